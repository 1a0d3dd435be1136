package io.deskpulse.metrics.reconciliation;

import java.util.Optional;

/** A store of counters that is compared with the log. Calls wait for their answer. */
public interface CounterStore {
    /** What it holds of a partition, a tenant and a range, all read at one moment; nothing where it knows no position. */
    Optional<Counters> read(int partition, String tenant, Range range);
}
