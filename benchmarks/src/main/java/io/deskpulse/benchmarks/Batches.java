package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.http.ClosedLoop;
import io.deskpulse.benchmarks.kafka.Program;
import io.deskpulse.benchmarks.payload.Payload;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Accepted events a second in batches of 100, against Kafka's own ProducerPerformance with the same events. */
final class Batches implements Bench {
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 256;
    private static final int MOST_SLICES = 20;
    private static final double AT_LEAST = 0.5;

    @Override
    public String name() {
        return "batches";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        List<byte[]> events = Payload.structured(place.size(100_000, 10_000), Duration.ofMinutes(30));
        Path file = place.folder().resolve("payload.ndjson");
        Payload.write(events, file);
        long bytes = events.stream().mapToLong(event -> event.length).sum();
        place.say("%,d events of %d bytes on average", events.size(), bytes / events.size());
        Service ingest = Ingest.start(place.stack());
        List<byte[]> requests =
                Ingest.batches(Payload.batches(events, BATCH), place.stack().token("bench", "ingest:write"));
        ClosedLoop load = new ClosedLoop(Ports.HOST, ingest.port(), CONNECTIONS, requests);
        load.warmUp(place.size(5, 1), MOST_SLICES);
        int rounds = place.rounds();
        double[] ours = new double[rounds];
        double[] reference = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Machine.settle();
            reference[round] = Program.producerPerformance(
                    place.stack().stack().bootstrapServers(), file, place.size(8_000_000, 200_000));
            place.say("reference %,.0f/s", reference[round]);
            Machine.settle();
            double cpu = Machine.ownCpuSeconds();
            double seconds = place.size(10, 3);
            ClosedLoop.Outcome outcome = load.run(seconds);
            ours[round] = outcome.perSecond() * BATCH;
            place.say(
                    "ours %,.0f/s; the load generator took %.0f %% of a core; refused %s",
                    ours[round], 100 * (Machine.ownCpuSeconds() - cpu) / seconds, outcome.others());
        }
        return List.of(Row.ratio(
                "events accepted over HTTP in batches of " + BATCH + " / ProducerPerformance",
                Numbers.median(ours),
                Numbers.median(reference),
                "events/s",
                AT_LEAST));
    }
}
