package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.Subjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of one partition at one revision, and what was applied to it since: {@link #write} makes that the
 * next revision. True for as long as the fence stands; after a lost or failed write it is thrown away whole. Used by one
 * thread at a time.
 */
public final class Ledger {
    private final Keys keys;
    private final PartitionStore store;
    private final Bounds bounds;
    private final TenantClocks clocks;
    private final Timers timers;
    private final HeldSubjects subjects;
    private final Blocks blocks;
    private final BatchFacts facts = new BatchFacts();
    private final Map<String, Journey> journeys = new LinkedHashMap<>();
    private Fence fence;
    private long outboxRevision;
    private boolean unwritten;

    /** Opens the partition as it was claimed. */
    public Ledger(Keys keys, PartitionStore store, Subjects subjects, Claim claim, Bounds bounds) {
        this.keys = keys;
        this.store = store;
        this.bounds = bounds;
        this.fence = claim.fence();
        this.outboxRevision = claim.fence().revision();
        this.clocks = new TenantClocks(claim.clocks());
        this.timers = new Timers(keys, store, clocks.tenants());
        this.subjects = new HeldSubjects(keys, store, subjects);
        this.blocks = new Blocks(keys, store, bounds.valuesPerBlock(), bounds.minuteHorizonMillis());
    }

    /** The revision that the store is at. */
    public long revision() {
        return fence.revision();
    }

    /** The last revision that may have put journeys into the outbox. */
    public long outboxRevision() {
        return outboxRevision;
    }

    /** Reads the subjects that are not held yet; needed before their events are applied. */
    public void load(Collection<SubjectKey> keysOfSubjects) {
        subjects.load(keysOfSubjects);
    }

    /**
     * Applies an event to its subject, which was loaded.
     *
     * @param arrivalMillis the timestamp of its record
     * @return false for a duplicate
     */
    public boolean apply(Event event, SubjectKey key, long arrivalMillis) {
        HeldSubject held = subjects.get(key);
        unwritten = true;
        facts.of(key.tenant(), arrivalMillis);
        Arrival arrival = new Arrival(arrivalMillis, clocks.observe(key.tenant(), event.timeMillis()));
        boolean counted = held.subject.apply(event, arrival, facts, this::collect);
        if (counted) {
            subjects.change(held);
        }
        return counted;
    }

    /** An event that belongs to no subject moves the clock only. */
    public void observe(Event event) {
        unwritten = true;
        clocks.observe(event.tenant(), event.timeMillis());
    }

    /** The tenant declares that all up to this time has been sent. */
    public void declare(String tenant, long timeMillis) {
        unwritten = true;
        clocks.declare(tenant, timeMillis);
    }

    /** Whether something was applied since the last write. */
    public boolean hasUnwritten() {
        return unwritten;
    }

    /** True when time may have closed something that is still open here, what was applied last included. */
    public boolean timersAreDue(long wallMillis) {
        subjects.changed().forEach(timers::follow);
        return timers.areDue(clocks, wallMillis);
    }

    /**
     * Closes what is due, a bounded number at a time; to be called, and written, until {@link #timersAreDue} no more. Only
     * timers that were written are looked at, so all that was applied is to be written before.
     *
     * @return how many subjects were looked at
     */
    public int runTimers(long wallMillis) {
        Collection<SubjectKey> due = timers.due(clocks, wallMillis, bounds.timersPerWrite());
        subjects.load(due);
        for (SubjectKey key : due) {
            HeldSubject held = subjects.get(key);
            if (held.stored) {
                look(held, clocks.of(key.tenant(), wallMillis), wallMillis);
            } else {
                timers.remove(key);
            }
        }
        return due.size();
    }

    private void look(HeldSubject held, Clocks now, long wallMillis) {
        if (isPassed(held.subject.deadlines(), now)) {
            facts.of(held.key.tenant(), wallMillis);
            held.subject.timeOut(now, facts, this::collect);
            subjects.change(held);
        }
        timers.reset(held, now);
    }

    /**
     * Stores all that was applied since the last call, or nothing but the head where that is nothing.
     *
     * @param position the next offset to read
     * @param watermark wall-clock milliseconds up to which all is counted
     * @return false where the partition is no longer ours, and nothing was stored
     */
    public boolean write(long position, long watermark, long wallMillis) {
        Changes changes = new Changes(fence.next(), position, watermark);
        for (HeldSubject held : subjects.changed()) {
            changes.putState(held.storeKey, held.subject.encode());
            timers.follow(held);
        }
        timers.takeChanges(changes);
        List<byte[]> dirty = new ArrayList<>();
        if (!facts.isEmpty()) {
            blocks.add(facts.spread(), wallMillis);
            blocks.takeChanges(changes, dirty);
        }
        add(changes, Changes.Command.ZADD, keys.dirty(), dirty);
        add(
                changes,
                Changes.Command.ZADD,
                keys.journeys(),
                outbox(changes.fence().revision()));
        add(changes, Changes.Command.HSET, keys.clock(), clocks.takeChanges());
        if (!store.write(fence, changes)) {
            return false;
        }
        settle(changes.fence());
        return true;
    }

    /** What the last write stored of each cell's value, in the buckets around it; null where nothing. */
    public List<Strip> strips(List<CellRef> cells) {
        return blocks.strips(cells);
    }

    /** How memory was used, and what was not counted as it came, since the last call. */
    public Usage takeUsage() {
        return new Usage(
                subjects.takeHits(),
                subjects.takeMisses(),
                subjects.size(),
                blocks.size(),
                blocks.takeOverflowed(),
                facts.takeExpired());
    }

    private static boolean isPassed(Deadlines deadlines, Clocks now) {
        return now.observedMillis() > deadlines.observedMillis()
                || now.declaredMillis() > deadlines.declaredMillis()
                || now.wallMillis() > deadlines.wallMillis();
    }

    private void settle(Fence written) {
        fence = written;
        unwritten = false;
        outboxRevision = journeys.isEmpty() ? outboxRevision : written.revision();
        facts.clear();
        journeys.clear();
        subjects.settle();
        subjects.evict(bounds.subjects());
        blocks.evict(bounds.series());
    }

    private void collect(Journey journey) {
        // One write has one revision; of several journeys of the same episode only the last stands.
        journeys.remove(journey.id());
        journeys.put(journey.id(), journey);
    }

    private List<byte[]> outbox(long revision) {
        List<byte[]> entries = new ArrayList<>(journeys.size() * 2);
        byte[] score = Long.toString(revision).getBytes(UTF_8);
        for (Journey journey : journeys.values()) {
            entries.add(score);
            entries.add(OutgoingJourney.of(journey, revision).text().getBytes(UTF_8));
        }
        return entries;
    }

    private static void add(Changes changes, Changes.Command command, String key, List<byte[]> arguments) {
        if (!arguments.isEmpty()) {
            changes.add(new Changes.Operation(command, key.getBytes(UTF_8), false, Changes.KEEPS_EXPIRY, arguments));
        }
    }

    /**
     * How memory was used.
     *
     * @param hits subjects found in memory
     * @param misses subjects read from the store
     * @param subjects subjects held
     * @param series series held
     * @param overflowed values counted as {@code ~other}
     * @param expired facts older than the retention of days
     */
    public record Usage(long hits, long misses, int subjects, int series, long overflowed, long expired) {}
}
