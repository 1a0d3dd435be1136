package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.rule.RuleBook;
import io.deskpulse.kit.postgres.StoreUnavailable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;

/**
 * Asks Postgres for what changes outside of evaluation, so that evaluation need not wait for it: which rules are in force, and what people have ended.
 * {@link #ask} is called by one thread, all else by any.
 */
@Singleton
public class Asking {
    private static final Logger LOG = Logger.getLogger(Asking.class);
    /** Clocks of instances differ by less; what is told twice changes nothing. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final RuleBook book;
    private final Decisions decisions;
    private final Clock clock;
    private final Queue<Alert> ended = new ConcurrentLinkedQueue<>();
    private volatile RulesNow rules = RulesNow.NONE;
    private volatile String trouble = "the rules have not been read yet";
    private Instant asked;

    Asking(RuleBook book, Decisions decisions, Clock clock) {
        this.book = book;
        this.decisions = decisions;
        this.clock = clock;
        this.asked = clock.instant();
    }

    /** Asks once. */
    public void ask() {
        try {
            long revision = book.revision();
            if (revision != rules.revision()) {
                rules = RulesNow.of(revision, book.enabled());
            }
            Instant now = clock.instant();
            ended.addAll(decisions.endedByHand(asked.minus(OVERLAP)));
            asked = now;
            trouble = null;
        } catch (StoreUnavailable e) {
            trouble = e.getMessage();
        } catch (RuntimeException e) {
            if (trouble == null) {
                LOG.error("Rules cannot be read", e);
            }
            trouble = "the rules cannot be read: " + e.getClass().getSimpleName();
        }
    }

    /** The rules as they were when they could be read last. */
    public RulesNow rules() {
        return rules;
    }

    /** The next alert that somebody has ended; some come more than once. */
    public Optional<Alert> nextEnded() {
        return Optional.ofNullable(ended.poll());
    }

    /** Why the last call failed. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }
}
