package io.deskpulse.alerting.alert;

import io.deskpulse.alerting.alert.Alert.Acknowledgement;
import io.deskpulse.alerting.alert.Ledger.Key;
import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people do about an alert. Calls block; thread-safe. */
@Singleton
public class ActOnAlerts {
    private final Transactions transactions;
    private final Ledger ledger;
    private final TellChanges tell;
    private final Audit audit;
    private final Clock clock;

    ActOnAlerts(Transactions transactions, Ledger ledger, TellChanges tell, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.tell = tell;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is so now. */
        record Done(Alert alert) implements Outcome {}

        /** It was so already; nothing has changed. */
        record Already(Alert alert) implements Outcome {}

        /** It does not fire, nor is it about to. */
        record NotStanding(Alert alert) implements Outcome {}

        /** There is no such alert. */
        record Unknown() implements Outcome {}
    }

    @FunctionalInterface
    private interface Act {
        /** Empty where it changes nothing. */
        Optional<Change> on(Alert alert, long revision);
    }

    /**
     * Says that somebody takes care of it, until its episode ends. A second time changes nothing, whoever says it.
     *
     * @param comment or null
     */
    public Outcome acknowledge(String tenant, String fingerprint, String actor, String comment) {
        return act(tenant, fingerprint, actor, (alert, revision) -> {
            if (alert.acknowledgement() != null) {
                return Optional.empty();
            }
            Acknowledgement given = new Acknowledgement(actor, clock.instant(), comment);
            return Optional.of(
                    new Change(Change.Kind.ACKNOWLEDGED, alert.acknowledged(given, revision), actor, comment));
        });
    }

    /**
     * Ends it by hand; it comes back where the next evaluation finds it breached.
     *
     * @param comment or null
     */
    public Outcome resolve(String tenant, String fingerprint, String actor, String comment) {
        return act(tenant, fingerprint, actor, (alert, revision) -> Change.after(
                        Optional.of(alert), alert.last().resolvedByHand(clock.instant()), revision)
                .map(change -> new Change(change.kind(), change.alert(), actor, comment)));
    }

    private Outcome act(String tenant, String fingerprint, String actor, Act act) {
        Outcome outcome = transactions.run(() -> change(tenant, fingerprint, actor, act));
        if (outcome instanceof Outcome.Done) {
            tell.committed(1);
        }
        return outcome;
    }

    private Outcome change(String tenant, String fingerprint, String actor, Act act) {
        Key key = new Key(tenant, fingerprint);
        if (ledger.find(Set.of(key)).isEmpty()) {
            return new Outcome.Unknown();
        }
        long revision = ledger.reserve(Map.of(tenant, 1)).get(tenant) + 1;
        // As it stands now that nobody else changes it.
        Alert alert = ledger.find(Set.of(key)).get(key);
        if (alert.state() == State.NORMAL) {
            return new Outcome.NotStanding(alert);
        }
        return act.on(alert, revision).map(change -> done(change, actor)).orElseGet(() -> new Outcome.Already(alert));
    }

    private Outcome done(Change change, String actor) {
        Alert alert = change.alert();
        ledger.store(List.of(change));
        tell.inTransaction(List.of(change));
        audit.note(
                alert.tenant(),
                actor,
                "alert",
                alert.fingerprint(),
                change.kind().word(),
                null,
                null);
        return new Outcome.Done(alert);
    }
}
