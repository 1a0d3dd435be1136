package io.deskpulse.alerting.alert.postgres;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Alerts;
import io.deskpulse.alerting.alert.Change;
import io.deskpulse.alerting.alert.Selection;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.document.AlertDocument;
import io.deskpulse.kit.postgres.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Questions about alerts, asked of Postgres. */
@ApplicationScoped
class PostgresAlerts implements Alerts {
    private static final String FIND =
            "select " + AlertRows.COLUMNS + " from alert where tenant = ? and fingerprint = ?";
    private static final String LIST = "select " + AlertRows.COLUMNS + " from alert"
            + " where tenant = ? and revision < ?"
            + " and (cardinality(?::text[]) = 0 or state = any (?::text[]))"
            + " and (?::text is null or rule = ?)"
            + " and document -> 'labels' @> ?::jsonb"
            + " and (?::timestamptz is null or decided_at >= ?::timestamptz)"
            + " order by revision desc limit ?";
    private static final String HISTORY = "select document from alert_change"
            + " where tenant = ? and fingerprint = ? and revision < ? order by revision desc limit ?";
    private static final String AFTER =
            "select document from alert_change where tenant = ? and revision > ? order by revision limit ?";
    private static final String LAST = "select revision from alert_clock where tenant = ?";

    private final Database database;

    PostgresAlerts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Change> find(String tenant, String fingerprint) {
        return database.first(FIND, AlertRows::change, tenant, fingerprint);
    }

    @Override
    public List<Change> list(String tenant, Selection selection, Part part) {
        String[] states = selection.states().stream().map(State::word).toArray(String[]::new);
        return database.list(
                LIST,
                AlertRows::change,
                tenant,
                part.before(),
                states,
                states,
                selection.rule(),
                selection.rule(),
                labels(selection),
                selection.since(),
                selection.since(),
                part.most());
    }

    @Override
    public List<Change> history(String tenant, String fingerprint, Part part) {
        return database.list(
                HISTORY,
                row -> AlertDocument.change(row.text("document")),
                tenant,
                fingerprint,
                part.before(),
                part.most());
    }

    @Override
    public List<Change> after(String tenant, long revision, int most) {
        return database.list(AFTER, row -> AlertDocument.change(row.text("document")), tenant, revision, most);
    }

    @Override
    public long lastRevision(String tenant) {
        return database.first(LAST, row -> row.number("revision"), tenant).orElse(0L);
    }

    private static String labels(Selection selection) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        selection.labels().forEach(json::put);
        return json.toString();
    }
}
