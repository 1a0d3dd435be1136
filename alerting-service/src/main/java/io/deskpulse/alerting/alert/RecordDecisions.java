package io.deskpulse.alerting.alert;

import io.deskpulse.alerting.alert.Ledger.Key;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns decisions into alerts, and tells whoever listens. Thread-safe. */
@Singleton
class RecordDecisions implements Decisions {
    private final Transactions transactions;
    private final Ledger ledger;
    private final TellChanges tell;

    RecordDecisions(Transactions transactions, Ledger ledger, TellChanges tell) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.tell = tell;
    }

    @Override
    public Fence take(String part) {
        return transactions.run(() -> ledger.take(part));
    }

    @Override
    public void record(Fence fence, List<Transition> transitions) {
        if (transitions.isEmpty()) {
            return;
        }
        List<Change> changes = transactions.run(() -> write(fence, transitions));
        tell.committed(changes.size());
    }

    @Override
    public List<Alert> standing(String tenant) {
        return ledger.standing(tenant);
    }

    @Override
    public List<Alert> standing(Set<String> rules) {
        return ledger.standing(rules);
    }

    @Override
    public List<String> standingTenants() {
        return ledger.standingTenants();
    }

    @Override
    public List<Alert> endedByHand(Instant since) {
        return ledger.endedByHand(since);
    }

    private List<Change> write(Fence fence, List<Transition> transitions) {
        ledger.hold(fence);
        Map<String, Long> numbers = ledger.reserve(transitions.stream()
                .collect(Collectors.toMap(Transition::tenant, decided -> decided.checkpoint() ? 0 : 1, Integer::sum)));
        Map<Key, Alert> known = ledger.find(transitions.stream().map(Key::of).collect(Collectors.toSet()));
        Batch batch = new Batch(known, numbers);
        transitions.forEach(batch::add);
        ledger.store(batch.changes());
        ledger.checkpoint(batch.checkpoints());
        tell.inTransaction(batch.changes());
        return batch.changes();
    }
}
