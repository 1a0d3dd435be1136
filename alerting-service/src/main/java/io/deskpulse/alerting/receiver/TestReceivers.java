package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends what is marked as a test, past all limits of the receiver, and so itself only every few seconds for each tenant and instance of the
 * service. Thread-safe.
 */
@ApplicationScoped
public class TestReceivers {
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final SendNotifications sender;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Instant> tested = new ConcurrentHashMap<>();

    TestReceivers(SendNotifications sender, Audit audit, Transactions transactions, Clock clock) {
        this.sender = sender;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of a test. */
    public sealed interface Result {
        /** It was tried. */
        record Tried(Outcome outcome, Duration took) implements Result {}

        /** This tenant has just tested something. */
        record TooSoon(Duration left) implements Result {}
    }

    /** Tells a receiver that nothing fires, or that it no longer does. */
    public Result test(String tenant, String receiver, boolean firing, String actor) {
        Instant now = clock.instant();
        if (tested.size() > MOST_REMEMBERED) {
            tested.values().removeIf(at -> at.plus(BETWEEN).isBefore(now));
        }
        Instant mine = tested.compute(
                tenant, (key, last) -> last == null || !last.plus(BETWEEN).isAfter(now) ? now : last);
        if (!mine.equals(now)) {
            return new Result.TooSoon(Duration.between(now, mine.plus(BETWEEN)));
        }
        transactions.run(() -> audit.note(tenant, actor, "receiver", receiver, "tested", null, null));
        long begun = System.nanoTime();
        Outcome outcome = sender.send(Samples.notification(tenant, receiver, firing, now), true);
        return new Result.Tried(outcome, Duration.ofNanos(System.nanoTime() - begun));
    }
}
