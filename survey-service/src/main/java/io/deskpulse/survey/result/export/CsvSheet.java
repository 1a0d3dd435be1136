package io.deskpulse.survey.result.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. A text that a spreadsheet would take for a formula is preceded by
 * an apostrophe.
 */
final class CsvSheet implements Sheet {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String LINE_END = "\r\n";

    /** OWASP, "CSV Injection"; the full-width signs count in East Asian versions. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final List<Column> columns;
    private final DateTimeFormatter times;

    CsvSheet(List<Column> columns, ZoneId zone) {
        this.columns = columns;
        this.times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone);
    }

    @Override
    public byte[] begin() {
        StringBuilder line = new StringBuilder(BYTE_ORDER_MARK);
        String separator = "";
        for (Column column : columns) {
            append(line.append(separator), column.heading());
            separator = ",";
        }
        return line.append(LINE_END).toString().getBytes(UTF_8);
    }

    @Override
    public byte[] rows(List<AnsweredOffer> offers) {
        StringBuilder lines = new StringBuilder(offers.size() * 256);
        for (AnsweredOffer offer : offers) {
            String separator = "";
            for (Column column : columns) {
                lines.append(separator);
                cell(lines, column.value().apply(offer));
                separator = ",";
            }
            lines.append(LINE_END);
        }
        return lines.toString().getBytes(UTF_8);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    private void cell(StringBuilder line, Object value) {
        if (value instanceof Instant time) {
            times.formatTo(time, line);
        } else if (value instanceof Number) {
            line.append(value);
        } else if (value != null) {
            append(line, value.toString());
        }
    }

    private static void append(StringBuilder line, String text) {
        String safe = !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == '\t');
        if (quoted) {
            line.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            line.append(safe);
        }
    }
}
