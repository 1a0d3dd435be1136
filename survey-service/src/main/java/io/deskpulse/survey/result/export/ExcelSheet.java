package io.deskpulse.survey.result.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel workbook. Texts are cells of type text, never formulas, and stand in their cells, since the table of shared texts
 * would have to be kept in memory. What exceeds the rows of a sheet goes on in the next.
 */
final class ExcelSheet implements Sheet {
    /** What Excel allows, the headings included. */
    private static final int MOST_ROWS = 1_048_576;

    private static final String TIME = "yyyy-mm-dd hh:mm:ss";

    private final List<Column> columns;
    private final ZoneId zone;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "Deskpulse", "1.0");
    private Worksheet sheet;
    private int sheets;
    private int row;

    ExcelSheet(List<Column> columns, ZoneId zone) {
        this.columns = columns;
        this.zone = zone;
    }

    @Override
    public byte[] begin() {
        nextSheet();
        return flushed();
    }

    @Override
    public byte[] rows(List<AnsweredOffer> offers) {
        for (AnsweredOffer offer : offers) {
            if (row == MOST_ROWS) {
                nextSheet();
            }
            for (int i = 0; i < columns.size(); i++) {
                cell(i, columns.get(i).value().apply(offer));
            }
            row++;
        }
        return flushed();
    }

    @Override
    public byte[] end() {
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void nextSheet() {
        try {
            if (sheet != null) {
                sheet.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? "Answers" : "Answers " + sheets);
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).heading());
            sheet.style(0, i).bold().set();
        }
        row = 1;
    }

    private void cell(int column, Object value) {
        if (value instanceof Instant time) {
            sheet.value(row, column, LocalDateTime.ofInstant(time, zone));
            sheet.style(row, column).format(TIME).set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            sheet.inlineString(row, column, legible(value.toString()));
        }
    }

    /** Without characters that XML 1.0 cannot say. */
    private static String legible(String text) {
        return text.codePoints().allMatch(ExcelSheet::legible)
                ? text
                : text.codePoints()
                        .filter(ExcelSheet::legible)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean legible(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xd800
                || c >= 0xe000 && c < 0xfffe
                || c > 0xffff;
    }

    private byte[] flushed() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] written = bytes.toByteArray();
        bytes.reset();
        return written;
    }
}
