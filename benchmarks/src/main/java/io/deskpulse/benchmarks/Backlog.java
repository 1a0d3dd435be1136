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
 * Draining a backlog of a day into counters, against a consumer that only polls and parses, and against one transaction
 * for each event. Both programs begin with the first record and with a JVM that has seen none.
 */
final class Backlog implements Bench {
    private static final double AT_LEAST = 0.33;
    private static final double AT_LEAST_OVER_SINGLE = 20;

    private int generation;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        long events = write(place);
        int rounds = place.rounds();
        double[] ours = new double[rounds];
        double[] reference = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            reference[round] = Program.bareConsumer(place.stack().stack().bootstrapServers());
            ours[round] = drain(place, events, Map.of(), Duration.ofMinutes(10));
            place.say("reference %,.0f/s, ours %,.0f/s", reference[round], ours[round]);
        }
        double single = System.getProperty("nosingle") != null
                ? 1
                : drain(
                        place,
                        events,
                        Map.of("deskpulse.metrics.batch.max-events", "1", "deskpulse.metrics.batch.linger", "0s"),
                        Duration.ofSeconds(place.size(20, 5)));
        place.say("one transaction per event %,.0f/s", single);
        double median = Numbers.median(ours);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.ratio(
                String.format("a backlog of %,d events counted / a consumer that only parses", events),
                median,
                Numbers.median(reference),
                "events/s",
                AT_LEAST));
        rows.add(Row.ratio("the same / one transaction per event", median, single, "events/s", AT_LEAST_OVER_SINGLE));
        return rows;
    }

    private static long write(Place place) {
        int wanted = Integer.getInteger("events", place.size(2_000_000, 400_000));
        try (LogWriter log = new LogWriter(place.stack().stack().bootstrapServers(), "bench")) {
            log.write(Payload.desk(wanted, Duration.parse(System.getProperty("span", "PT24H"))), wanted);
            place.say("%,d events of the last 24 hours are waiting", log.written());
            return log.written();
        }
    }

    /** Events a second from the first one counted to the last one, or until the time is up. */
    private double drain(Place place, long events, Map<String, String> settings, Duration limit) throws Exception {
        generation++;
        Map<String, String> all = new HashMap<>(settings);
        all.put("deskpulse.metrics.generation", Integer.toString(generation));
        try (Counted counted = new Counted(place.stack().stack().redis().port(), generation)) {
            counted.forgetAll();
            // It counts from its start on, before it says that it is ready: the clock must not wait for that.
            CompletableFuture<Service> starting = CompletableFuture.supplyAsync(
                    () -> place.stack().start("metrics-service", "metrics-service-" + generation, all));
            try {
                return rate(counted, events, limit, starting);
            } finally {
                starting.get(2, TimeUnit.MINUTES).close();
            }
        }
    }

    private static double rate(Counted counted, long events, Duration limit, CompletableFuture<Service> starting)
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
            if (last == 0 && now > 0) {
                first = now;
                began = System.nanoTime();
                end = began + limit.toNanos();
            }
            last = now;
        }
        return (last - first) / ((System.nanoTime() - began) / 1e9);
    }
}
