package io.deskpulse.alerting.alert;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells of changes that were made: listeners with them, the relay of the topic after them. Thread-safe. */
@Singleton
class TellChanges {
    private final Iterable<AlertListener> listeners;
    private final Iterable<ChangesCommitted> waiting;

    @Inject
    TellChanges(Instance<AlertListener> listeners, Instance<ChangesCommitted> waiting) {
        this((Iterable<AlertListener>) listeners, waiting);
    }

    TellChanges(Iterable<AlertListener> listeners, Iterable<ChangesCommitted> waiting) {
        this.listeners = listeners;
        this.waiting = waiting;
    }

    void inTransaction(List<Change> changes) {
        List<Alert> told = changes.stream()
                .filter(change -> change.kind().told())
                .map(Change::alert)
                .toList();
        if (!told.isEmpty()) {
            listeners.forEach(listener -> listener.changed(told));
        }
    }

    void committed(int changes) {
        if (changes > 0) {
            waiting.forEach(each -> each.committed(changes));
        }
    }
}
