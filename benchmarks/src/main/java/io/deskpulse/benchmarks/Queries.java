package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.http.Connection;
import io.deskpulse.benchmarks.http.RawRequest;
import io.deskpulse.benchmarks.kafka.Counted;
import io.deskpulse.benchmarks.kafka.LogWriter;
import io.deskpulse.benchmarks.payload.LongHistory;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long questions take: 24 hours by the minute cut by one dimension, and 90 days by the day, over 12 partitions and
 * 50 combinations of dimensions. What is asked was counted by the service itself, and has been saved to Postgres: the first question is asked once before
 * that, too.
 */
final class Queries implements Bench {
    private static final double BELOW_MILLIS = 50;
    private static final Pattern NUMBER = Pattern.compile("\"value\":[0-9]");

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        long events = write(place, now);
        Service metrics = place.stack().start("metrics-service");
        await(place, counted -> counted.positions() >= events);
        String token = place.stack().token("history", "metrics:read");
        List<Row> rows = new ArrayList<>();
        String minutes = "?from=" + now.minus(Duration.ofHours(24)) + "&to=" + now + "&step=minute&by=channel";
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        String days = "?from=" + today.minus(Duration.ofDays(90)) + "&to=" + today + "&step=day&by=channel";
        double whileSaving = p99(place, metrics, token, "conversations_closed", "24 h by minute, while saved", minutes);
        rows.add(Row.told(
                "p99 of conversations_closed, 24 h by minute, while all that is saved",
                String.format("%.0f ms", whileSaving)));
        await(place, counted -> counted.unsaved() == 0);
        for (String metric : List.of("conversations_closed", "resolution_rate", "first_response_time")) {
            rows.add(ask(place, metrics, token, metric, "24 h by minute, by channel", minutes));
            rows.add(ask(place, metrics, token, metric, "90 days by day, by channel", days));
        }
        return rows;
    }

    private static long write(Place place, Instant now) {
        try (LogWriter log = new LogWriter(place.stack().stack().bootstrapServers(), "history")) {
            Instant yesterday = now.minus(Duration.ofHours(25));
            log.write(new LongHistory("old", now.minus(Duration.ofDays(91)), yesterday, Duration.ofHours(6)));
            log.write(new LongHistory(
                    "new", yesterday, now, place.quick() ? Duration.ofMinutes(10) : Duration.ofMinutes(1)));
            place.say("%,d events of 91 days in %d combinations", log.written(), LongHistory.COMBINATIONS);
            return log.written();
        }
    }

    /** Something that is asked of Redis. */
    private interface Standing {
        boolean reached(Counted counted) throws IOException;
    }

    private static void await(Place place, Standing standing) throws IOException, InterruptedException {
        try (Counted counted = new Counted(place.stack().stack().redis().port(), 1)) {
            while (!standing.reached(counted)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static Row ask(Place place, Service metrics, String token, String metric, String what, String range)
            throws IOException {
        return Row.time(
                "p99 of " + metric + ", " + what, p99(place, metrics, token, metric, what, range), BELOW_MILLIS);
    }

    private static double p99(Place place, Service metrics, String token, String metric, String what, String range)
            throws IOException {
        byte[] question = RawRequest.get("/v1/metrics/" + metric + range, Map.of("Authorization", "Bearer " + token));
        try (Connection connection = new Connection(Ports.HOST, metrics.port())) {
            Connection.Answer answer = connection.ask(question);
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.text());
            }
            for (int i = 0; i < place.size(300, 20); i++) {
                connection.send(question);
            }
            double[] millis = new double[place.size(1_000, 50)];
            for (int i = 0; i < millis.length; i++) {
                long began = System.nanoTime();
                connection.send(question);
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
            place.say(
                    "%s, %s: p50 %.1f ms, p99 %.1f ms, %,d values in %,d bytes",
                    metric,
                    what,
                    Numbers.median(millis),
                    Numbers.quantile(0.99, millis),
                    count(answer.text()),
                    answer.body().length);
            return Numbers.quantile(0.99, millis);
        }
    }

    private static long count(String text) {
        Matcher matcher = NUMBER.matcher(text);
        long count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
