package io.deskpulse.alerting.window;

import io.deskpulse.catalogue.cell.Granularity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What is to be kept of a tenant's cells, by length of bucket and level. Mutable while rules are gone through; not thread-safe. */
public final class Needs {
    private final Map<Kept, Set<Column>> columns = new HashMap<>();
    private final Map<Kept, Long> lookBack = new HashMap<>();

    /** A kind of cells. */
    record Kept(Granularity granularity, Level level) {}

    /** Asks for columns, as they were up to so many milliseconds ago. */
    public void add(Granularity granularity, Level level, Set<Column> wanted, long millis) {
        Kept kept = new Kept(granularity, level);
        columns.computeIfAbsent(kept, key -> new LinkedHashSet<>()).addAll(wanted);
        lookBack.merge(kept, millis, Math::max);
    }

    /** Whether whoever keeps the others keeps all of these. */
    public boolean within(Needs others) {
        return columns.entrySet().stream().allMatch(each -> {
            Set<Column> theirs = others.columns.get(each.getKey());
            return theirs != null
                    && theirs.containsAll(each.getValue())
                    && lookBack.get(each.getKey()) <= others.lookBack.get(each.getKey());
        });
    }

    /** How far back minutes are looked at, at most. */
    public long lookBackMillis(Granularity granularity) {
        return lookBack.entrySet().stream()
                .filter(each -> each.getKey().granularity == granularity)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    Map<Kept, Set<Column>> columns() {
        return columns;
    }

    long lookBack(Kept kept) {
        return lookBack.get(kept);
    }
}
