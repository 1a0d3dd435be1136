package io.deskpulse.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.benchmarks.alerts.Cell;
import io.deskpulse.benchmarks.alerts.CellLoad;
import io.deskpulse.benchmarks.alerts.CellWriter;
import io.deskpulse.benchmarks.alerts.ChangeLog;
import io.deskpulse.benchmarks.alerts.Prometheus;
import io.deskpulse.benchmarks.alerts.Webhook;
import io.deskpulse.benchmarks.http.Connection;
import io.deskpulse.benchmarks.http.RawRequest;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.stack.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 1,000 rules with 50 groups each over 20,000 changed cells a second: whether evaluation keeps up, and how long it takes from the watermark that lets a
 * window be judged to the decision in the topic of alerts. Then from one measurement to a webhook, beside Prometheus with Alertmanager for the same breach.
 */
final class Alerts implements Bench {
    private static final int TENANTS = 10;
    private static final int RULES_A_TENANT = 100;
    private static final int CELLS_A_SECOND = 20_000;
    private static final double BELOW_MILLIS = 1_000;
    private static final int PATIENCE_SECONDS = 30;
    private static final String PAGED = "paged";
    private static final Pattern BEHIND =
            Pattern.compile("(?m)^deskpulse_alerting_watermark_lag_seconds(?:\\{.*})? (\\S+)");

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Webhook webhook = new Webhook()) {
            Service alerting = place.stack()
                    .start(
                            "alerting-service",
                            "alerting-service",
                            Map.of(
                                    "deskpulse.alerting.outgoing.allowed", "127.0.0.0/8",
                                    "deskpulse.alerting.outgoing.allow-http", "true"));
            try (Connection connection = new Connection(Ports.HOST, alerting.port())) {
                Api api = new Api(place, connection);
                for (int tenant = 0; tenant < TENANTS; tenant++) {
                    api.send(CellLoad.tenant(tenant), "POST", "/v1/rules:import", "application/yaml", rules());
                }
                api.page(webhook.url());
            }
            String kafka = place.stack().stack().bootstrapServers();
            try (CellLoad load = new CellLoad(kafka, TENANTS, Topics.PARTITIONS, CELLS_A_SECOND)) {
                load.start();
                rows.addAll(decisions(place, alerting, load, kafka));
                rows.add(Row.told("from measurement to webhook under that load", pages(place, webhook, kafka)));
            }
        }
        rows.add(Row.told("Prometheus 2.42 and Alertmanager, from sample to webhook", peers(place)));
        return rows;
    }

    private static List<Row> decisions(Place place, Service alerting, CellLoad load, String kafka) throws Exception {
        TimeUnit.SECONDS.sleep(place.size(90, 65));
        long from = System.currentTimeMillis();
        double behind = 0;
        long before = load.written();
        int seconds = place.size(180, 65);
        try (Connection connection = new Connection(Ports.HOST, alerting.port())) {
            for (int second = 0; second < seconds; second++) {
                TimeUnit.SECONDS.sleep(1);
                behind = Math.max(behind, behind(connection));
            }
        }
        double perSecond = (load.written() - before) / ((System.currentTimeMillis() - from) / 1e3);
        double[] millis = ChangeLog.read(kafka).stream()
                .filter(seen ->
                        seen.at().toEpochMilli() > from && load.passed(seen.at().toEpochMilli()) != null)
                .mapToDouble(
                        seen -> seen.writtenMillis() - load.passed(seen.at().toEpochMilli()))
                .toArray();
        place.say(
                "%,d decisions: p50 %.0f ms, p99 %.0f ms, greatest %.0f ms; %,.0f cells/s (at most %d ms late); at most %.1f s behind"
                        + " the watermark; %.0f MiB resident",
                millis.length,
                Numbers.median(millis),
                Numbers.quantile(0.99, millis),
                Numbers.quantile(1, millis),
                perSecond,
                load.late(),
                behind,
                Machine.residentMebibytes(alerting));
        return List.of(
                Row.time(
                        String.format(
                                "p99 from watermark to decision, %,d rules x %d groups, %,.0f cells/s",
                                TENANTS * RULES_A_TENANT, Cell.GROUPS, perSecond),
                        Numbers.quantile(0.99, millis),
                        BELOW_MILLIS),
                Row.told("the furthest that evaluation was behind the wall clock", String.format("%.1f s", behind)));
    }

    private static double behind(Connection connection) throws IOException {
        Matcher found = BEHIND.matcher(
                connection.ask(RawRequest.get("/q/metrics", Map.of())).text());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    /** One group after the other grows beyond its limit. */
    private static String pages(Place place, Webhook webhook, String kafka) throws InterruptedException {
        int probes = place.size(30, 5);
        double[] millis = new double[probes];
        byte[] tenant = PAGED.getBytes(UTF_8);
        try (CellWriter writer = new CellWriter(kafka, Topics.PARTITIONS)) {
            for (int i = 0; i < probes; i++) {
                TimeUnit.MILLISECONDS.sleep(700 + 37L * i);
                long minute = System.currentTimeMillis() / 60_000 * 60_000;
                long began = System.nanoTime();
                writer.write(tenant, new Cell("variant", "g" + i), 0, minute, 1_000, 900);
                millis[i] = webhook.await("g" + i, began, PATIENCE_SECONDS);
            }
        }
        return told(millis);
    }

    private static String peers(Place place) throws IOException, InterruptedException {
        if (!Prometheus.installed()) {
            return "not installed here (Debian: prometheus, prometheus-alertmanager)";
        }
        int probes = place.size(30, 5);
        double[] millis = new double[probes];
        try (Webhook webhook = new Webhook();
                Prometheus peers = Prometheus.start(
                        place.folder().resolve("prometheus").toAbsolutePath(),
                        TENANTS * RULES_A_TENANT,
                        webhook.url())) {
            TimeUnit.SECONDS.sleep(place.size(30, 10));
            for (int i = 0; i < probes; i++) {
                TimeUnit.MILLISECONDS.sleep(700 + 37L * i);
                long began = System.nanoTime();
                peers.breach("g" + i);
                millis[i] = webhook.await("g" + i, began, PATIENCE_SECONDS);
            }
        }
        return told(millis);
    }

    private static String told(double[] millis) {
        return String.format(
                "p50 %.0f ms, p99 %.0f ms, %d times",
                Numbers.median(millis), Numbers.quantile(0.99, millis), millis.length);
    }

    /** Windows of one minute and of five, by one of four dimensions; each with a limit of its own. */
    private static String rules() {
        StringBuilder yaml = new StringBuilder("rules:\n");
        for (int rule = 0; rule < RULES_A_TENANT; rule++) {
            yaml.append("- id: rule-").append(rule).append("\n  name: Rule ").append(rule);
            yaml.append("\n  metric: resolution_rate\n  by: [");
            yaml.append(Cell.DIMENSIONS.get(rule % Cell.DIMENSIONS.size()));
            yaml.append("]\n  window: ").append(rule % 2 == 0 ? "1m" : "5m");
            yaml.append("\n  slide: 1m\n  condition: {type: threshold, operator: \"<\", limit: 0.");
            yaml.append(850 + rule).append("}\n  severity: warning\n");
        }
        return yaml.toString();
    }

    /** Sets the service up. */
    private record Api(Place place, Connection connection) {
        void send(String tenant, String method, String path, String type, String body) throws IOException {
            Map<String, String> headers = Map.of(
                    "Content-Type",
                    type,
                    // What is put is new here: one kind of thing asks for this header, the other one for that.
                    path.startsWith("/v1/routing") ? "If-Match" : "If-None-Match",
                    path.startsWith("/v1/routing") ? "\"0\"" : "*",
                    "Authorization",
                    "Bearer " + place.stack().token(tenant, "alerts:manage"));
            byte[] bytes = body.getBytes(UTF_8);
            Connection.Answer answer = connection.ask(
                    method.equals("PUT")
                            ? RawRequest.put(path, headers, bytes)
                            : RawRequest.post(path, headers, bytes));
            if (answer.status() / 100 != 2) {
                throw new IllegalStateException(path + " was answered " + answer.status() + ": " + answer.text());
            }
        }

        /** What only grows is judged before its window is over, and told at once. */
        void page(String webhook) throws IOException {
            send(
                    PAGED,
                    "PUT",
                    "/v1/receivers/hook",
                    "application/json",
                    """
                    {"kind": "webhook", "settings": {"url": "%s"}}""".formatted(webhook));
            send(
                    PAGED,
                    "PUT",
                    "/v1/routing",
                    "application/json",
                    """
                    {"route": {"receiver": "hook", "groupBy": ["..."], "groupWait": "0s", "groupInterval": "1s"}}""");
            send(
                    PAGED,
                    "POST",
                    "/v1/rules",
                    "application/json",
                    """
                    {"id": "closed", "name": "Closed", "metric": "conversations_closed", "by": ["variant"],
                     "window": "1m", "slide": "1m", "severity": "critical",
                     "condition": {"type": "threshold", "operator": ">", "limit": 500}}""");
        }
    }
}
