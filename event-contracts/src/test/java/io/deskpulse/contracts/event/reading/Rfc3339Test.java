package io.deskpulse.contracts.event.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @Test
    void readsAndWritesTheSameAsTheLibrary() {
        Random random = new Random(1);
        long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        for (int i = 0; i < 20_000; i++) {
            long millis = (long) (random.nextDouble() * last * 1.2) - last / 5;
            String written = Rfc3339.format(millis);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(36 * 60) - 18 * 60));
            String elsewhere = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), offset));

            assertThat(Instant.parse(written).toEpochMilli()).isEqualTo(millis);
            assertThat(Rfc3339.parse(written)).isEqualTo(millis);
            if (elsewhere.length() > 19 && elsewhere.charAt(0) != '-' && elsewhere.charAt(0) != '+') {
                assertThat(Rfc3339.parse(withSeconds(elsewhere))).isEqualTo(millis);
            }
        }
    }

    @Test
    void cutsOffWhatIsFinerThanMilliseconds() {
        assertThat(Rfc3339.parse("1970-01-01T00:00:01.9999999Z")).isEqualTo(1_999);
        assertThat(Rfc3339.parse("1970-01-01T00:00:01.5Z")).isEqualTo(1_500);
    }

    @Test
    void takesALeapSecondForTheOneAfterIt() {
        assertThat(Rfc3339.parse("2016-12-31T23:59:60Z")).isEqualTo(Rfc3339.parse("2017-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-21",
                "2026-11-21T11:59:00",
                "2026-11-21 11:59:00Z",
                "2026-11-21T11:59Z",
                "2026-11-21T11:59:00.Z",
                "2026-11-21T11:59:00.5",
                "2026-11-21T11:59:00+0800",
                "2026-11-21T11:59:00+08",
                "2026-11-21T11:59:00+24:00",
                "2026-11-21T11:59:00ZZ",
                "2026-13-21T11:59:00Z",
                "2026-02-29T11:59:00Z",
                "2100-02-29T11:59:00Z",
                "2026-04-31T11:59:00Z",
                "2026-11-21T24:00:00Z",
                "2026-11-21T11:60:00Z",
                "2026-11-21T11:59:61Z",
                "-026-11-21T11:59:00Z",
                "2026-11-21T11:59:00\u0660Z",
                "２026-11-21T11:59:00Z"
            })
    void refusesWhatIsNoDateTime(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(Rfc3339.INVALID);
    }

    /** The library leaves seconds out where they are zero; RFC 3339 does not. */
    private static String withSeconds(String text) {
        return text.charAt(16) == ':' ? text : text.substring(0, 16) + ":00" + text.substring(16);
    }
}
