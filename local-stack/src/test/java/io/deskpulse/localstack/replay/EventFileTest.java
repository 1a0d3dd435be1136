package io.deskpulse.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    private static final String TWO_DAYS =
            """
            {"id":"a","time":"2026-11-06T23:30:00+01:00"}

            {"id":"b","time":"2026-11-05T08:00:00Z"}
            {"id":"c","time":"not a time"}
            """;

    @TempDir
    Path folder;

    @Test
    void aSummaryTellsNumberRangeAndDays() throws IOException {
        var summary = FileSummary.of(plain(TWO_DAYS));

        assertThat(summary.events()).isEqualTo(3);
        assertThat(summary.last()).isEqualTo(Instant.parse("2026-11-06T22:30:00Z"));
        assertThat(summary.days())
                .isEqualTo(new MetricsClient.Range(
                        Instant.parse("2026-11-05T00:00:00Z"), Instant.parse("2026-11-07T00:00:00Z")));
    }

    @Test
    void aPackedFileIsTheSameFile() throws IOException {
        var packed = folder.resolve("events-without-a-telling-name");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(TWO_DAYS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(FileSummary.of(new EventFile(packed))).isEqualTo(FileSummary.of(plain(TWO_DAYS)));
    }

    @Test
    void otherContentHasAnotherFingerprint() throws IOException {
        var one = FileSummary.of(plain(TWO_DAYS)).fingerprint();

        assertThat(FileSummary.of(plain(TWO_DAYS.replace("\"b\"", "\"B\""))).fingerprint())
                .isNotEqualTo(one);
    }

    @Test
    void linesKeepTheNumbersThatAnEditorShows() throws IOException {
        var numbers = new ArrayList<Integer>();
        plain(TWO_DAYS).forEach(line -> numbers.add(line.number()));

        assertThat(numbers).isEqualTo(List.of(1, 3, 4));
    }

    @Test
    void aBadLineIsNamedWithoutItsContent() throws IOException {
        var file = plain("{\"id\":\"a\",\"time\":\"2026-11-06T00:00:00Z\"}\n{\"text\":\"my secret\n");

        assertThatThrownBy(() -> FileSummary.of(file))
                .isInstanceOf(EventFile.Unreadable.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsNoFileOfEventsIsRefusedPlainly() throws IOException {
        assertThatThrownBy(() -> FileSummary.of(new EventFile(folder.resolve("missing"))))
                .hasMessageEndingWith("missing does not exist");
        assertThatThrownBy(() -> FileSummary.of(new EventFile(folder))).hasMessageEndingWith("is not a file");
        assertThatThrownBy(() -> FileSummary.of(plain("\n"))).hasMessageEndingWith("holds no events");
        assertThatThrownBy(() -> FileSummary.of(plain("[1]"))).hasMessageEndingWith("line 1: not a JSON object");
    }

    private EventFile plain(String content) throws IOException {
        return new EventFile(Files.writeString(folder.resolve("events.ndjson"), content));
    }
}
