package io.deskpulse.alerting.receiver.pace;

import io.deskpulse.alerting.receiver.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When the next message may be sent so that no limit is ever passed, in whatever time one looks at. Stateless. */
public final class Windows {
    private Windows() {}

    /**
     * The earliest moment.
     *
     * @param sent when messages were sent, the oldest first
     */
    public static Instant next(List<Limit> limits, List<Instant> sent, Instant now) {
        Instant next = now;
        for (Limit limit : limits) {
            if (sent.size() >= limit.count()) {
                Instant free = sent.get(sent.size() - limit.count()).plus(limit.per());
                next = free.isAfter(next) ? free : next;
            }
        }
        return next;
    }

    /** Those that still count for a limit. */
    public static List<Instant> counting(List<Limit> limits, List<Instant> sent, Instant now) {
        Duration longest =
                limits.stream().map(Limit::per).max(Duration::compareTo).orElse(Duration.ZERO);
        return sent.stream().filter(at -> at.isAfter(now.minus(longest))).toList();
    }
}
