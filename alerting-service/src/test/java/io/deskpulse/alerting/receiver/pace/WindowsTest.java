package io.deskpulse.alerting.receiver.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.receiver.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WindowsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    /** Feishu's. */
    private static final List<Limit> LIMITS =
            List.of(new Limit(5, Duration.ofSeconds(1)), new Limit(20, Duration.ofSeconds(12)));

    @Property(tries = 300)
    void noLimitIsEverPassedInWhateverTimeOneLooksAt(
            @ForAll @Size(min = 30, max = 80) List<@IntRange(max = 900) Integer> gaps) {
        List<Instant> sent = new ArrayList<>();
        List<Instant> kept = List.of();
        Instant now = START;
        for (int gap : gaps) {
            now = now.plusMillis(gap);
            now = Windows.next(LIMITS, kept, now);
            sent.add(now);
            List<Instant> counting = new ArrayList<>(Windows.counting(LIMITS, kept, now));
            counting.add(now);
            kept = counting;
        }
        for (Limit limit : LIMITS) {
            for (int i = limit.count(); i < sent.size(); i++) {
                assertThat(Duration.between(sent.get(i - limit.count()), sent.get(i)))
                        .isGreaterThanOrEqualTo(limit.per());
            }
        }
    }

    @Property(tries = 100)
    void whoIsSlowerThanTheLimitNeverWaits(@ForAll @Size(min = 10, max = 40) List<@IntRange(max = 100) Integer> more) {
        List<Instant> sent = new ArrayList<>();
        Instant now = START;
        for (int extra : more) {
            now = now.plusMillis(600 + extra);
            assertThat(Windows.next(LIMITS, sent, now)).isEqualTo(now);
            sent.add(now);
        }
    }
}
