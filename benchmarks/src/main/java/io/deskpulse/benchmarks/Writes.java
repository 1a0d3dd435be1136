package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.redis.PartitionWrite;
import io.deskpulse.benchmarks.redis.Resp;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * One write of a partition as the script that the metrics-service uses, against the same commands in an optimistic transaction (WATCH, MULTI, EXEC), in
 * turn on one connection to the same Redis. What a client needs to put requests together is left out on both sides (docs/decisions/0001).
 */
final class Writes implements Bench {
    @Override
    public String name() {
        return "writes";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        String script =
                Files.readString(place.repository().resolve("metrics-service/src/main/resources/redis/write.lua"));
        List<Row> rows = new ArrayList<>();
        try (Resp redis = new Resp(place.stack().stack().redis().port())) {
            String sha = redis.ask(Resp.command(List.of("SCRIPT", "LOAD", script)), 1);
            rows.add(compare(place, redis, sha, "live", new PartitionWrite(60, 400)));
            rows.add(compare(place, redis, sha, "in a backlog", new PartitionWrite(3_000, 2_000)));
        }
        return rows;
    }

    private static Row compare(Place place, Resp redis, String sha, String when, PartitionWrite write)
            throws IOException {
        redis.ask(write.prepare(), 1);
        byte[] script = write.script(sha);
        byte[] watch = write.watch();
        byte[] transaction = write.transaction();
        int warmUp = place.size(100, 10);
        int times = place.size(600, 30);
        double[] scripts = new double[times];
        double[] transactions = new double[times];
        for (int i = -warmUp; i < times; i++) {
            long began = System.nanoTime();
            require(redis.ask(script, 1), "1");
            long between = System.nanoTime();
            require(redis.ask(watch, 2), write.fence());
            redis.ask(transaction, write.answers());
            if (i >= 0) {
                scripts[i] = (between - began) / 1e6;
                transactions[i] = (System.nanoTime() - between) / 1e6;
            }
        }
        place.say(
                "%s: script p50 %.2f ms, p99 %.2f ms; transaction p50 %.2f ms, p99 %.2f ms",
                when,
                Numbers.median(scripts),
                Numbers.quantile(0.99, scripts),
                Numbers.median(transactions),
                Numbers.quantile(0.99, transactions));
        return Row.told(
                "a partition's write " + when + ": by script / by WATCH, MULTI, EXEC",
                String.format(
                        "%.2f ms / %.2f ms (%.2f)",
                        Numbers.median(scripts),
                        Numbers.median(transactions),
                        Numbers.median(scripts) / Numbers.median(transactions)));
    }

    private static void require(String found, String expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException("Redis answered " + found + " where it should say " + expected);
        }
    }
}
