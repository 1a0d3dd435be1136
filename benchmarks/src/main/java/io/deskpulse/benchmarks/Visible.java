package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.http.Connection;
import io.deskpulse.benchmarks.http.Paced;
import io.deskpulse.benchmarks.http.RawRequest;
import io.deskpulse.benchmarks.payload.Payload;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after the answer to its POST an event shows in a query, under a load of 5,000 events a second; and how much
 * memory the services hold then. Probes are tenants of their own that start one conversation after the other and ask for
 * their number until it has grown.
 */
final class Visible implements Bench {
    private static final int PER_SECOND = 5_000;
    private static final int BATCH = 50;
    private static final int PROBES = 4;
    /** The compiler takes its share of two cores for about that long; probes that began in it do not count. */
    private static final int WARM_UP_SECONDS = 60;
    /** Questions are work too: many times a second they would be most of what is measured. */
    private static final int ASKED_EVERY_MILLIS = 25;

    private static final double BELOW_MILLIS = 1_000;
    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.]+)");

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        int number = place.size(700_000, 150_000);
        List<byte[]> events = Payload.structured(number, Duration.ofSeconds(number / PER_SECOND));
        Service ingest = Ingest.start(place.stack());
        Service metrics = place.stack().start("metrics-service");
        List<byte[]> requests =
                Ingest.batches(Payload.batches(events, BATCH), place.stack().token("bench", "ingest:write"));
        double cpu = Machine.ownCpuSeconds();
        long began = System.nanoTime();
        try (Paced load = new Paced(Ports.HOST, ingest.port(), 32, (double) PER_SECOND / BATCH, requests)) {
            double[] millis = probe(place, ingest, metrics);
            place.say(
                    "%d probes: p50 %.0f ms, p99 %.0f ms, greatest %.0f ms, at %,.0f events/s, %d refused; the load"
                            + " generator took %.0f %% of a core",
                    millis.length,
                    Numbers.median(millis),
                    Numbers.quantile(0.99, millis),
                    Numbers.quantile(1, millis),
                    load.acceptedPerSecond() * BATCH,
                    load.refused(),
                    100 * (Machine.ownCpuSeconds() - cpu) / ((System.nanoTime() - began) / 1e9));
            return List.of(
                    Row.time(
                            String.format(
                                    "p99 from the answer of a POST to visible in a query at %,.0f events/s",
                                    load.acceptedPerSecond() * BATCH),
                            Numbers.quantile(0.99, millis),
                            BELOW_MILLIS),
                    Row.told("the same, p50", String.format("%.0f ms", Numbers.median(millis))),
                    Row.told("resident memory of ingest-service under that load", memory(ingest)),
                    Row.told("resident memory of metrics-service under that load", memory(metrics)));
        }
    }

    private static String memory(Service service) {
        return String.format("%.0f MiB", Machine.residentMebibytes(service));
    }

    private static double[] probe(Place place, Service ingest, Service metrics) throws Exception {
        long counts = System.nanoTime() + TimeUnit.SECONDS.toNanos(place.size(WARM_UP_SECONDS, 5));
        long end = counts + TimeUnit.SECONDS.toNanos(place.size(60, 10));
        ExecutorService probes = Executors.newFixedThreadPool(PROBES);
        try {
            List<Callable<List<Double>>> tasks = new ArrayList<>();
            for (int i = 0; i < PROBES; i++) {
                String tenant = "probe-" + i;
                String token = place.stack().token(tenant, "ingest:write", "metrics:read");
                tasks.add(() -> probe(tenant, token, ingest.port(), metrics.port(), counts, end));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> each : probes.invokeAll(tasks)) {
                all.addAll(each.get());
            }
            return all.stream().mapToDouble(Double::doubleValue).toArray();
        } finally {
            probes.shutdown();
        }
    }

    private static List<Double> probe(String tenant, String token, int ingest, int metrics, long counts, long end)
            throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        Instant today = Instant.now();
        byte[] question = RawRequest.get(
                "/v1/metrics/conversations_started?from=" + today.minus(Duration.ofHours(1)) + "&to="
                        + today.plus(Duration.ofHours(1)) + "&step=total",
                Map.of("Authorization", "Bearer " + token));
        try (Connection post = new Connection(Ports.HOST, ingest);
                Connection ask = new Connection(Ports.HOST, metrics)) {
            for (int sent = 1; System.nanoTime() < end; sent++) {
                if (post.send(started(tenant, token, sent)) / 100 != 2) {
                    throw new IllegalStateException("a probe was refused");
                }
                long answered = System.nanoTime();
                while (value(ask.ask(question)) < sent) {
                    TimeUnit.MILLISECONDS.sleep(ASKED_EVERY_MILLIS);
                }
                if (answered >= counts) {
                    millis.add((System.nanoTime() - answered) / 1e6);
                }
            }
        }
        return millis;
    }

    private static byte[] started(String tenant, String token, int number) {
        String event = String.format(
                "{\"specversion\":\"1.0\",\"id\":\"%1$d\",\"source\":\"/probe\",\"type\":\"conversation.started\","
                        + "\"subject\":\"%2$s-%1$d\",\"time\":\"%3$s\",\"data\":{\"channel\":\"chat\"}}",
                number, tenant, Instant.now());
        return Ingest.singles(List.of(event.getBytes(StandardCharsets.UTF_8)), token)
                .get(0);
    }

    private static double value(Connection.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("the query was answered " + answer.status() + ": " + answer.text());
        }
        Matcher matcher = VALUE.matcher(answer.text());
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
