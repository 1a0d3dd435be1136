package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.kafka.Counted;
import io.deskpulse.benchmarks.kafka.LogWriter;
import io.deskpulse.benchmarks.kafka.Program;
import io.deskpulse.benchmarks.payload.Payload;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.service.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Draining a backlog into counters, against a consumer that only polls and parses, and against one transaction for each
 * event. The clock runs when either program has done with a first part, since compiling takes two cores half a minute.
 */
final class Backlog implements Bench {
    private static final double AT_LEAST = 0.33;
    private static final double AT_LEAST_OVER_SINGLE = 20;
    /** What a desk brings that is as busy as that of {@link Visible}. */
    private static final int PER_SECOND = 5_000;

    private int generation;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        int measured = place.size(2_000_000, 400_000);
        int warmUp = place.size(1_500_000, 100_000);
        long events = write(place, warmUp + measured);
        int rounds = place.rounds();
        double[] ours = new double[rounds];
        double[] reference = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            reference[round] = Program.bareConsumer(place.stack().stack().bootstrapServers(), warmUp);
            ours[round] = drain(place, warmUp, events, Map.of(), Duration.ofMinutes(10));
            place.say("reference %,.0f/s, ours %,.0f/s", reference[round], ours[round]);
        }
        double single = drain(
                place,
                1,
                measured,
                Map.of("deskpulse.metrics.batch.max-events", "1", "deskpulse.metrics.batch.linger", "0s"),
                Duration.ofSeconds(place.size(20, 5)));
        place.say("one transaction per event %,.0f/s", single);
        double median = Numbers.median(ours);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.ratio(
                String.format("a backlog of %,d events counted / a consumer that only parses", events - warmUp),
                median,
                Numbers.median(reference),
                "events/s",
                AT_LEAST));
        rows.add(Row.ratio("the same / one transaction per event", median, single, "events/s", AT_LEAST_OVER_SINGLE));
        return rows;
    }

    /** A desk has its chances: it may bring about one in a hundred fewer. */
    private static long write(Place place, int wanted) {
        try (LogWriter log = new LogWriter(place.stack().stack().bootstrapServers(), "bench")) {
            log.write(Payload.desk(wanted, Duration.ofSeconds(wanted / PER_SECOND)), wanted);
            place.say("%,d events of %,d a second are waiting", log.written(), PER_SECOND);
            return log.written();
        }
    }

    /** Events a second from the one that ends the warm-up to the last one, or until the time is up. */
    private double drain(Place place, long warmUp, long events, Map<String, String> settings, Duration limit)
            throws Exception {
        generation++;
        Map<String, String> all = new HashMap<>(settings);
        all.put("deskpulse.metrics.generation", Integer.toString(generation));
        try (Counted counted = new Counted(place.stack().stack().redis().port(), generation)) {
            counted.forgetAll();
            // It counts from its start on, before it says that it is ready: the clock must not wait for that.
            CompletableFuture<Service> starting = CompletableFuture.supplyAsync(
                    () -> place.stack().start("metrics-service", "metrics-service-" + generation, all));
            try {
                return rate(counted, warmUp, events, limit, starting);
            } finally {
                starting.get(2, TimeUnit.MINUTES).close();
            }
        }
    }

    private static double rate(
            Counted counted, long warmUp, long events, Duration limit, CompletableFuture<Service> starting)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        long end = began + limit.toNanos() + TimeUnit.MINUTES.toNanos(1);
        long first = 0;
        long last = 0;
        while (last < events && System.nanoTime() < end) {
            if (starting.isCompletedExceptionally()) {
                throw new IllegalStateException("the metrics-service did not start; see --keep");
            }
            TimeUnit.MILLISECONDS.sleep(20);
            long now = counted.positions();
            if (last < warmUp && now >= warmUp) {
                first = now;
                began = System.nanoTime();
                end = began + limit.toNanos();
            }
            last = now;
        }
        return (last - first) / ((System.nanoTime() - began) / 1e9);
    }
}
