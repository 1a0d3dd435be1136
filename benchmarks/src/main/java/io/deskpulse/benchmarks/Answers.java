package io.deskpulse.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.benchmarks.http.ClosedLoop;
import io.deskpulse.benchmarks.http.Connection;
import io.deskpulse.benchmarks.http.RawRequest;
import io.deskpulse.benchmarks.postgres.OfferTable;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.Service;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers taken a second, each to an offer of its own, committed to disk with its event and then sent to Kafka; against bare inserts of
 * the same rows into the same table of the same Postgres, one commit each, over as many connections. pgbench does not come with the
 * Postgres of the local stack, so prepared statements over JDBC stand for it.
 */
final class Answers implements Bench {
    private static final int CLIENTS = 192;
    /** More make no more inserts. */
    private static final int INSERTING = 16;

    private static final int MOST_SLICES = 16;
    private static final double AT_LEAST = 0.3;
    private static final double BELOW_MILLIS = 50;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String SURVEY =
            """
            {"name": "Bench", "defaultLanguage": "en",
             "questions": [{"id": "csat", "kind": "csat", "required": true, "text": {"en": "Satisfied?"}}]}""";

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        Service survey = place.stack()
                .start(
                        "survey-service",
                        "survey-service",
                        Map.of(
                                "deskpulse.survey.rate-limit.requests-per-second", "100000000",
                                "deskpulse.survey.rate-limit.burst", "100000000"));
        int offers = place.size(1_600_000, 150_000);
        try (OfferTable table = new OfferTable(place.stack().stack().addresses(), INSERTING)) {
            table.fill(published(place, survey), offers);
            ClosedLoop load = new ClosedLoop(
                    Ports.HOST, survey.port(), CLIENTS, puts(place.stack().token("bench", "survey:answer"), offers));
            load.warmUp(place.size(5, 1), MOST_SLICES);
            int rounds = place.rounds();
            double[] ours = new double[rounds];
            double[] reference = new double[rounds];
            double[] p99 = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                double seconds = place.size(10, 3);
                Machine.settle();
                // Shorter, since each takes an offer of its own.
                reference[round] = table.insertAnswers(place.size(4, 1));
                place.say("bare inserts %,.0f/s", reference[round]);
                Machine.settle();
                long before = table.answers();
                double cpu = Machine.ownCpuSeconds();
                ClosedLoop.Outcome outcome = load.run(seconds);
                ours[round] = outcome.perSecond();
                p99[round] = Numbers.quantile(0.99, outcome.millis());
                long kept = table.answers() - before;
                place.say(
                        "answers %,.0f/s, p50 %.1f ms, p99 %.1f ms; %,d rows more for %,d answers; the load generator took"
                                + " %.0f %% of a core; refused %s",
                        ours[round],
                        Numbers.median(outcome.millis()),
                        p99[round],
                        kept,
                        outcome.millis().length,
                        100 * (Machine.ownCpuSeconds() - cpu) / seconds,
                        outcome.others());
            }
            return List.of(
                    Row.ratio(
                            "answers taken over HTTP / bare inserts of the same row",
                            Numbers.median(ours),
                            Numbers.median(reference),
                            "answers/s",
                            AT_LEAST),
                    Row.time("p99 of an answer, " + CLIENTS + " clients", Numbers.median(p99), BELOW_MILLIS));
        }
    }

    private static String published(Place place, Service survey) throws IOException {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "If-Match",
                "\"1\"",
                "Authorization",
                "Bearer " + place.stack().token("bench", "survey:manage"));
        try (Connection connection = new Connection(Ports.HOST, survey.port())) {
            Connection.Answer made = connection.ask(RawRequest.post("/v1/surveys", headers, SURVEY.getBytes(UTF_8)));
            Matcher id = ID.matcher(made.text());
            if (!id.find()) {
                throw new IllegalStateException("no survey: " + made.status());
            }
            connection.ask(RawRequest.post("/v1/surveys/" + id.group(1) + ":publish", headers, new byte[0]));
            return id.group(1);
        }
    }

    /** Made when they are sent: so many do not fit into memory. From the first offer on; inserts begin at the last. */
    private static List<byte[]> puts(String token, int offers) {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token,
                "Offer-Token",
                OfferTable.TOKEN);
        byte[] body = OfferTable.ANSWER.getBytes(UTF_8);
        return new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                return RawRequest.put("/v1/offers/" + OfferTable.id(index) + "/answers/csat", headers, body);
            }

            @Override
            public int size() {
                return offers;
            }
        };
    }
}
