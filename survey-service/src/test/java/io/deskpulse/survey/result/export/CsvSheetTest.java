package io.deskpulse.survey.result.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.survey.definition.Answer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void beginsWithAByteOrderMarkAndHeadings() {
        CsvSheet sheet = new CsvSheet(List.of(text("a"), text("b,c")), SHANGHAI);

        assertThat(new String(sheet.begin(), UTF_8)).isEqualTo("\ufeffa,\"b,c\"\r\n");
    }

    @Test
    void timesAreThoseOfTheZone() {
        CsvSheet sheet = new CsvSheet(List.of(new Column("at", AnsweredOffer::offeredAt)), SHANGHAI);

        assertThat(line(sheet, "")).isEqualTo("2026-03-02 01:00:00\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1"})
    void nothingIsAFormula(String written) {
        String line = line(new CsvSheet(List.of(text("t")), SHANGHAI), written);

        assertThat(parsed(line)).containsExactly(List.of("'" + written));
    }

    @Property(tries = 500)
    void whatWasWrittenIsReadAgain(@ForAll String one, @ForAll String other) {
        // Halves of surrogate pairs cannot be stored in the first place.
        String a = new String(one.getBytes(UTF_8), UTF_8);
        String b = new String(other.getBytes(UTF_8), UTF_8);

        String line = line(new CsvSheet(List.of(text("t"), new Column("u", offer -> b)), SHANGHAI), a);

        assertThat(parsed(line)).containsExactly(List.of(safe(a), safe(b)));
    }

    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static Column text(String heading) {
        return new Column(heading, offer -> ((Answer.Written) offer.answers().get("t")).text());
    }

    private static String line(CsvSheet sheet, String written) {
        AnsweredOffer offer = new AnsweredOffer(
                UUID.randomUUID(),
                1,
                Instant.parse("2026-03-01T17:00:00Z"),
                null,
                null,
                null,
                null,
                1,
                Map.of(),
                Map.of("t", new Answer.Written(written)));
        return new String(sheet.rows(List.of(offer)), UTF_8);
    }

    /** Reads RFC 4180 by its grammar. */
    static List<List<String>> parsed(String csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r' && csv.charAt(i + 1) == '\n')) {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    records.add(List.copyOf(fields));
                    fields.clear();
                    i++;
                }
            } else {
                field.append(c);
            }
        }
        return records;
    }
}
