package io.deskpulse.metrics.counting;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.PartitionStore.Scored;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import io.deskpulse.metrics.folding.SubjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Which open subjects to look at when a clock moves. The scores are lower bounds: a deadline that moves on is left as it
 * is, and put right when the clock passes the old one; so a busy conversation costs nothing here. Used by one thread.
 */
final class Timers {
    private final Keys keys;
    private final PartitionStore store;
    private final Map<String, TimerSet> observed = new HashMap<>();
    private final Map<String, TimerSet> declared = new HashMap<>();
    private final TimerSet wall;

    /** Reads the earliest timer of each of these tenants. */
    Timers(Keys keys, PartitionStore store, Collection<String> tenants) {
        this.keys = keys;
        this.store = store;
        List<String> names = new ArrayList<>();
        names.add(keys.wallTimers());
        for (String tenant : tenants) {
            names.add(keys.observedTimers(tenant));
            names.add(keys.declaredTimers(tenant));
        }
        List<List<Scored>> first = store.first(names, 1);
        this.wall = set(names, first, 0);
        int at = 1;
        for (String tenant : tenants) {
            observed.put(tenant, set(names, first, at++));
            declared.put(tenant, set(names, first, at++));
        }
    }

    /** Puts right what the timers hold of a subject that changed. */
    void follow(HeldSubject held) {
        Deadlines now = held.subject.deadlines();
        Deadlines filed = held.filed;
        if (now.equals(filed)) {
            return;
        }
        held.filed = new Deadlines(
                follow(observed(held.key.tenant()), held.key, filed.observedMillis(), now.observedMillis()),
                follow(declared(held.key.tenant()), held.key, filed.declaredMillis(), now.declaredMillis()),
                follow(wall, held.key, filed.wallMillis(), now.wallMillis()));
    }

    /** Puts the timers of a subject at its deadlines, at {@code clocks} at the earliest: it has just been looked at. */
    void reset(HeldSubject held, Clocks clocks) {
        Deadlines now = held.subject.deadlines();
        String tenant = held.key.tenant();
        held.filed = new Deadlines(
                reset(observed(tenant), held.key, now.observedMillis(), clocks.observedMillis()),
                reset(declared(tenant), held.key, now.declaredMillis(), clocks.declaredMillis()),
                reset(wall, held.key, now.wallMillis(), clocks.wallMillis()));
    }

    /** Forgets a subject that is no more. */
    void remove(SubjectKey subject) {
        observed(subject.tenant()).put(subject, Long.MAX_VALUE);
        declared(subject.tenant()).put(subject, Long.MAX_VALUE);
        wall.put(subject, Long.MAX_VALUE);
    }

    /** True when a clock has passed a timer. */
    boolean areDue(TenantClocks clocks, long wallMillis) {
        if (wall.isPast(wallMillis)) {
            return true;
        }
        for (String tenant : clocks.tenants()) {
            Clocks of = clocks.of(tenant, wallMillis);
            if (observed(tenant).isPast(of.observedMillis()) || declared(tenant).isPast(of.declaredMillis())) {
                return true;
            }
        }
        return false;
    }

    /** Subjects whose timers a clock has passed, about {@code limit} for each clock. */
    Collection<SubjectKey> due(TenantClocks clocks, long wallMillis, int limit) {
        Map<TimerSet, Long> past = new HashMap<>();
        note(past, wall, wallMillis);
        for (String tenant : clocks.tenants()) {
            Clocks of = clocks.of(tenant, wallMillis);
            note(past, observed(tenant), of.observedMillis());
            note(past, declared(tenant), of.declaredMillis());
        }
        List<TimerSet> sets = List.copyOf(past.keySet());
        List<List<Scored>> first = store.first(sets.stream().map(TimerSet::key).toList(), limit);
        Collection<SubjectKey> due = new LinkedHashSet<>();
        for (int i = 0; i < sets.size(); i++) {
            for (Scored entry : sets.get(i).passed(first.get(i), limit, past.get(sets.get(i)))) {
                due.add(TimerSet.subject(entry.member()));
            }
        }
        return due;
    }

    void takeChanges(Changes changes) {
        observed.values().forEach(set -> set.takeChanges(changes));
        declared.values().forEach(set -> set.takeChanges(changes));
        wall.takeChanges(changes);
    }

    private static void note(Map<TimerSet, Long> past, TimerSet set, long clockMillis) {
        if (set.isPast(clockMillis)) {
            past.put(set, clockMillis);
        }
    }

    private static long follow(TimerSet set, SubjectKey subject, long filed, long now) {
        boolean gone = now == Long.MAX_VALUE && filed != Long.MAX_VALUE;
        if (now < filed || gone) {
            set.put(subject, now);
            return now;
        }
        return filed;
    }

    private static long reset(TimerSet set, SubjectKey subject, long deadline, long clock) {
        long score = Math.max(deadline, clock);
        set.put(subject, score);
        return score;
    }

    private TimerSet observed(String tenant) {
        return observed.computeIfAbsent(tenant, any -> new TimerSet(keys.observedTimers(tenant), Long.MAX_VALUE));
    }

    private TimerSet declared(String tenant) {
        return declared.computeIfAbsent(tenant, any -> new TimerSet(keys.declaredTimers(tenant), Long.MAX_VALUE));
    }

    private static TimerSet set(List<String> names, List<List<Scored>> first, int at) {
        List<Scored> entries = first.get(at);
        return new TimerSet(
                names.get(at),
                entries.isEmpty() ? Long.MAX_VALUE : entries.get(0).score());
    }
}
