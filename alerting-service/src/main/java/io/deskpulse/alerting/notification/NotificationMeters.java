package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.receiver.Sender;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts notifications and what waits. Thread-safe. */
@Singleton
class NotificationMeters {
    private static final String NAME = "deskpulse.alerting.notifications";

    private final MeterRegistry meters;
    private final Timer latency;
    private volatile Groups.Backlog backlog = new Groups.Backlog(0, null);

    NotificationMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.latency = Timer.builder(NAME + ".latency")
                .description(
                        "From the decision that an alert fires or has ended until a receiver has it, waits of its route included")
                .publishPercentileHistogram()
                .register(meters);
        Gauge.builder(NAME + ".due", this, now -> now.backlog.due())
                .description("Groups whose time has come, over all instances; the same from each")
                .register(meters);
        Gauge.builder(NAME + ".oldest.due", this, now -> now.age(clock.instant()))
                .description("How long the group that waits longest is overdue, in seconds")
                .baseUnit("seconds")
                .register(meters);
    }

    void tried(Sender.Outcome outcome) {
        if (outcome instanceof Sender.Outcome.Retry retry) {
            meters.counter(NAME, "outcome", "retry", "reason", retry.reason()).increment();
        } else if (outcome instanceof Sender.Outcome.Refused refused) {
            meters.counter(NAME, "outcome", "failed", "reason", refused.reason())
                    .increment();
        } else {
            meters.counter(NAME, "outcome", "sent", "reason", "").increment();
        }
    }

    /** A receiver has this news of an alert. */
    void told(Alert alert, Told before, Instant now) {
        if (alert.state().active() != before.firing().contains(alert.fingerprint())) {
            Duration took = Duration.between(alert.last().decidedAt(), now);
            latency.record(took.isNegative() ? Duration.ZERO : took);
        }
    }

    /** A lease ended before its holder was done. */
    void lost() {
        meters.counter(NAME + ".leases.lost").increment();
    }

    /** A group could not be looked at, for a fault of ours. */
    void broken() {
        meters.counter(NAME + ".broken").increment();
    }

    void backlog(Groups.Backlog found) {
        backlog = found;
    }

    private double age(Instant now) {
        Instant oldest = backlog.oldest();
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toMillis() / 1000.0);
    }
}
