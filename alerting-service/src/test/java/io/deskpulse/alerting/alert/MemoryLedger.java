package io.deskpulse.alerting.alert;

import io.deskpulse.kit.postgres.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Alerts in memory, for tests: as the real ones, by the same contract. A transaction that throws leaves them as they were. */
public final class MemoryLedger implements Ledger, Transactions {
    private final Map<String, Long> epochs = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Key, Alert> alerts = new HashMap<>();
    private final List<Change> history = new ArrayList<>();

    /** All that happened, in its order. */
    public synchronized List<Change> history() {
        return List.copyOf(history);
    }

    @Override
    public synchronized <T> T run(Supplier<T> work) {
        var alertsBefore = new HashMap<>(alerts);
        var numbersBefore = new HashMap<>(numbers);
        int changesBefore = history.size();
        try {
            return work.get();
        } catch (RuntimeException e) {
            alerts.clear();
            alerts.putAll(alertsBefore);
            numbers.clear();
            numbers.putAll(numbersBefore);
            history.subList(changesBefore, history.size()).clear();
            throw e;
        }
    }

    @Override
    public synchronized Fence take(String part) {
        return new Fence(part, epochs.merge(part, 1L, Long::sum));
    }

    @Override
    public void hold(Fence fence) {
        if (epochs.getOrDefault(fence.part(), 0L) != fence.epoch()) {
            throw new Fence.Lost(fence);
        }
    }

    @Override
    public Map<String, Long> reserve(Map<String, Integer> changes) {
        Map<String, Long> last = new TreeMap<>();
        changes.forEach((tenant, count) -> {
            last.put(tenant, numbers.getOrDefault(tenant, 0L));
            numbers.merge(tenant, (long) count, Long::sum);
        });
        return last;
    }

    @Override
    public Map<Key, Alert> find(Set<Key> keys) {
        Map<Key, Alert> found = new HashMap<>(alerts);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public void store(List<Change> changes) {
        history.addAll(changes);
        changes.forEach(change -> alerts.put(Key.of(change.alert()), change.alert()));
    }

    @Override
    public void checkpoint(Collection<Alert> looked) {
        looked.forEach(alert -> alerts.put(Key.of(alert), alert));
    }

    @Override
    public synchronized List<Alert> standing(String tenant) {
        return alerts.values().stream()
                .filter(alert -> alert.tenant().equals(tenant) && alert.state() != State.NORMAL)
                .toList();
    }

    @Override
    public synchronized List<Alert> standing(Set<String> rules) {
        return alerts.values().stream()
                .filter(alert -> rules.contains(alert.last().rule()) && alert.state() != State.NORMAL)
                .toList();
    }

    @Override
    public synchronized List<String> standingTenants() {
        return alerts.values().stream()
                .filter(alert -> alert.state() != State.NORMAL)
                .map(Alert::tenant)
                .distinct()
                .toList();
    }

    @Override
    public synchronized List<Alert> endedByHand(Instant since) {
        return alerts.values().stream()
                .filter(alert -> alert.state() == State.NORMAL
                        && alert.last().reason() == Reason.RESOLVED_BY_HAND
                        && !alert.last().decidedAt().isBefore(since))
                .toList();
    }

    @Override
    public synchronized int forget(Instant before, int most) {
        int changes = history.size();
        history.removeIf(change -> change.alert().last().decidedAt().isBefore(before));
        alerts.values()
                .removeIf(alert -> alert.state() == State.NORMAL
                        && alert.last().decidedAt().isBefore(before));
        return changes - history.size();
    }
}
