package io.deskpulse.metrics.reconciliation;

import io.deskpulse.metrics.reconciliation.PartitionResult.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** Puts the results of all partitions together. */
final class Summary {
    private static final double MILLIS_IN_SECOND = 1_000;

    private final List<PartitionResult> results;
    private final Range range;
    private final ReconciliationSettings settings;

    Summary(List<PartitionResult> results, Range range, ReconciliationSettings settings) {
        this.results = results;
        this.range = range;
        this.settings = settings;
    }

    Report report(Instant began, Instant ended) {
        Report.Store redis = store(PartitionResult::redis);
        Report.Store postgres = store(PartitionResult::postgres);
        String gap = gap();
        return new Report(
                Instant.ofEpochMilli(range.fromMillis()),
                Instant.ofEpochMilli(range.toMillis()),
                range.granularity().name().toLowerCase(Locale.ROOT),
                gap == null,
                gap,
                gap == null && redis.differing() == 0 && postgres.differing() == 0,
                results.stream().mapToLong(PartitionResult::events).sum(),
                results.stream().mapToLong(PartitionResult::duplicates).sum(),
                redis,
                postgres,
                Duration.between(began, ended).toMillis() / MILLIS_IN_SECOND);
    }

    /** Why the log does not hold all that the range was counted from, or null. */
    private String gap() {
        long needed = range.fromMillis() - settings.warmUp().toMillis();
        for (PartitionResult each : results) {
            if (each.beginning() > 0 && each.firstArrivalMillis() > needed) {
                return "Kafka no longer holds the events that came before "
                        + (each.firstArrivalMillis() == Long.MAX_VALUE
                                ? "the end of partition " + each.partition()
                                : Instant.ofEpochMilli(each.firstArrivalMillis()) + " in partition " + each.partition())
                        + "; ask for a range that begins at least "
                        + settings.warmUp().toHours() + " hours later.";
            }
        }
        return null;
    }

    private Report.Store store(Function<PartitionResult, Store> which) {
        List<Store> stores =
                results.stream().map(which).filter(Objects::nonNull).toList();
        List<Long> positions = new ArrayList<>();
        long behind = 0;
        for (PartitionResult each : results) {
            Store store = which.apply(each);
            positions.add(store == null ? null : Long.valueOf(store.position()));
            behind += each.redis() == null ? 0 : each.redis().position() - (store == null ? 0 : store.position());
        }
        return new Report.Store(
                positions,
                behind,
                stores.stream().mapToLong(Store::cells).sum(),
                stores.stream().mapToLong(store -> store.differences().size()).sum(),
                stores.stream()
                        .flatMap(store -> store.differences().stream())
                        .limit(settings.shown())
                        .toList());
    }
}
