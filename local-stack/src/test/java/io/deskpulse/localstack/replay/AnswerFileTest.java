package io.deskpulse.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFileTest {

    private static final String ANSWERED =
            """
            {"conversation":"c-1","customer":"k-1","kind":"csat","value":4,"offeredAt":"2026-11-06T03:35:55Z","answeredAt":"2026-11-08T03:46:19+08:00","language":"en"}
            """;
    private static final String IGNORED =
            """
            {"conversation":"c-2","customer":null,"kind":"nps","value":null,"offeredAt":"2026-11-05T23:35:55Z","answeredAt":null}
            """;

    @TempDir
    Path folder;

    @Test
    void everyOfferIsReadWithWhatCameOfIt() throws IOException {
        var file = read(ANSWERED + "\n" + IGNORED);

        assertThat(file.answers())
                .containsExactly(
                        new PastAnswer(
                                "c-1",
                                "k-1",
                                "csat",
                                OptionalInt.of(4),
                                Instant.parse("2026-11-06T03:35:55Z"),
                                Instant.parse("2026-11-07T19:46:19Z"),
                                "en"),
                        new PastAnswer(
                                "c-2",
                                null,
                                "nps",
                                OptionalInt.empty(),
                                Instant.parse("2026-11-05T23:35:55Z"),
                                null,
                                null));
    }

    @Test
    void theDaysAreThoseOfEventsAndAnswersTogether() throws IOException {
        var events =
                new MetricsClient.Range(Instant.parse("2026-11-06T00:00:00Z"), Instant.parse("2026-11-07T00:00:00Z"));

        assertThat(read(ANSWERED + IGNORED).days(events))
                .isEqualTo(new MetricsClient.Range(
                        Instant.parse("2026-11-05T00:00:00Z"), Instant.parse("2026-11-08T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"csat\"', '\"mood\"', kind: not csat",
        "':4,', ':6,', value: not a whole number from 1 to 5",
        "':4,', ':3.5,', value: not a whole number",
        "'2026-11-06T', 'yesterday', offeredAt: not a time",
        "'2026-11-08T', '2026-13-08T', answeredAt: not a time"
    })
    void aBadLineIsNamedBeforeAnythingIsSent(String part, String replacement, String fault) {
        assertThat(ANSWERED).contains(part);
        assertThatThrownBy(() -> read(IGNORED + ANSWERED.replace(part, replacement)))
                .isInstanceOf(EventFile.Unreadable.class)
                .hasMessageContaining("line 2: " + fault)
                .hasMessageNotContaining("k-1");
    }

    @Test
    void aFileWithoutOffersIsRefused() {
        assertThatThrownBy(() -> read("\n")).hasMessageEndingWith("holds no offers");
    }

    private AnswerFile read(String content) throws IOException {
        return AnswerFile.read(Files.writeString(folder.resolve("answers.ndjson"), content));
    }
}
