package io.deskpulse.alerting.alert;

import io.deskpulse.alerting.alert.Ledger.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several decisions, one after the other, make of alerts. Used by one thread. */
final class Batch {
    private final Map<Key, Alert> alerts;
    private final Map<String, Long> numbers;
    private final List<Change> changes = new ArrayList<>();
    private final Map<Key, Alert> checkpoints = new LinkedHashMap<>();

    /**
     * Begins with what is stored.
     *
     * @param known the alerts concerned, as far as they are known
     * @param numbers the last number of a change, by tenant
     */
    Batch(Map<Key, Alert> known, Map<String, Long> numbers) {
        this.alerts = new HashMap<>(known);
        this.numbers = new HashMap<>(numbers);
    }

    void add(Transition decided) {
        Key key = Key.of(decided);
        Optional<Alert> before = Optional.ofNullable(alerts.get(key));
        if (decided.checkpoint()) {
            before.filter(alert -> alert.state() == decided.to())
                    .ifPresent(alert -> hold(key, alert.lookedAt(decided.at(), decided.decidedAt(), decided.held())));
            return;
        }
        long revision = numbers.get(decided.tenant()) + 1;
        Change.after(before, decided, revision).ifPresent(change -> {
            numbers.put(decided.tenant(), revision);
            alerts.put(key, change.alert());
            // The change says it all.
            checkpoints.remove(key);
            changes.add(change);
        });
    }

    private void hold(Key key, Alert alert) {
        alerts.put(key, alert);
        checkpoints.put(key, alert);
    }

    /** In the order of their decisions. */
    List<Change> changes() {
        return changes;
    }

    /** The alerts that stand as they did, as they were last looked at. */
    Collection<Alert> checkpoints() {
        return checkpoints.values();
    }
}
