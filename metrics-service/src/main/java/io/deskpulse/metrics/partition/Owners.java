package io.deskpulse.metrics.partition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntFunction;

/** The owners of the partitions that are assigned to this instance. Thread-safe. */
public final class Owners {
    private static final long STOP_MILLIS = 4_000;

    private final ScheduledExecutorService pool;
    private final IntFunction<PartitionOwner> maker;
    private final Map<Integer, Turns> turns = new ConcurrentHashMap<>();
    private final int maxQueued;

    /**
     * @param maxQueued records that may wait in memory, over all partitions
     */
    Owners(ScheduledExecutorService pool, IntFunction<PartitionOwner> maker, int maxQueued) {
        this.pool = pool;
        this.maker = maker;
        this.maxQueued = maxQueued;
    }

    /** The partition is ours: claims it and counts it from now on. */
    public void assigned(int partition) {
        revoked(partition);
        Turns made = new Turns(maker.apply(partition), pool);
        turns.put(partition, made);
        made.wake();
    }

    /** The partition is somebody else's. What runs meanwhile ends, or meets the fence. */
    public void revoked(int partition) {
        Turns gone = turns.remove(partition);
        if (gone != null) {
            gone.owner().stop();
            gone.wake();
        }
    }

    /** Deliveries of a partition come from this position on. */
    public void deliveriesBegin(int partition, long position) {
        Turns of = turns.get(partition);
        if (of != null) {
            of.owner().deliveriesBegin(position);
        }
    }

    public void deliver(int partition, Delivery delivery) {
        Turns of = turns.get(partition);
        if (of != null) {
            of.owner().deliver(delivery);
            if (of.owner().standing() instanceof Standing.Counting) {
                of.wake();
            }
        }
    }

    /** The log of a partition was found to end here by a question asked at that time. */
    public void logEnds(int partition, long offset, long askedMillis) {
        Turns of = turns.get(partition);
        if (of != null) {
            of.owner().logEnds(offset, askedMillis);
        }
    }

    /** The log cannot be read on from where it was. */
    public void logBroke(int partition, String reason) {
        Turns of = turns.get(partition);
        if (of != null) {
            of.owner().logBroke(reason);
            of.wake();
        }
    }

    /** True when so much of a partition waits that no more should be read of it. */
    public boolean isFull(int partition) {
        return waiting(partition) > share();
    }

    /** True when a partition that was full may be read again. */
    public boolean hasRoom(int partition) {
        return waiting(partition) <= share() / 2;
    }

    public Collection<Integer> partitions() {
        return List.copyOf(turns.keySet());
    }

    /** How far a partition is behind the end of its log; 0 where it is not ours. */
    long lag(int partition) {
        Turns of = turns.get(partition);
        return of == null ? 0 : of.owner().lag();
    }

    /** The owner of each partition. */
    Collection<PartitionOwner> all() {
        return turns.values().stream().map(Turns::owner).toList();
    }

    /** Stops all owners and waits a few seconds for what they are just writing; what takes longer meets the fence. */
    public void stop() throws InterruptedException {
        List<Turns> stopping = List.copyOf(turns.values());
        partitions().forEach(this::revoked);
        long end = System.currentTimeMillis() + STOP_MILLIS;
        for (Turns each : stopping) {
            each.awaitOver(end - System.currentTimeMillis());
        }
    }

    private int waiting(int partition) {
        Turns of = turns.get(partition);
        return of == null ? 0 : of.owner().waiting();
    }

    private int share() {
        return Math.max(1_000, maxQueued / Math.max(1, turns.size()));
    }
}
