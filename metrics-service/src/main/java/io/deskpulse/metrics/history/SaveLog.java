package io.deskpulse.metrics.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When each partition was last known to be in Postgres, and what keeps it from it. Thread-safe. */
@ApplicationScoped
public class SaveLog {
    private final Map<Integer, Long> savedAt = new ConcurrentHashMap<>();
    private volatile String trouble;

    /** Notes that a partition is owned from about this time on. */
    void owned(int partition, long nowMillis) {
        savedAt.putIfAbsent(partition, nowMillis);
    }

    /** Notes that Postgres holds a partition as it was at this time. */
    void saved(int partition, long nowMillis) {
        savedAt.put(partition, nowMillis);
        trouble = null;
    }

    /** Notes that a partition could not be saved. */
    void failed(Throwable why) {
        trouble = why.getClass().getSimpleName();
    }

    /** Forgets partitions that belong to others now. */
    void keepOnly(Set<Integer> owned) {
        savedAt.keySet().retainAll(owned);
    }

    /** When this partition was last saved, in milliseconds; when it was first owned where it never was; or nothing. */
    OptionalLong savedAt(int partition) {
        Long at = savedAt.get(partition);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** How long ago the partition that was saved longest ago was saved; 0 where none is owned. */
    public double secondsSinceSave(long nowMillis) {
        return savedAt.values().stream()
                .mapToDouble(at -> (nowMillis - at) / 1000.0)
                .max()
                .orElse(0);
    }

    /** What kind of error keeps partitions from being saved, or null. */
    public String trouble() {
        return trouble;
    }
}
