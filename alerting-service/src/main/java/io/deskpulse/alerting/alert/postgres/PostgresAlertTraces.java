package io.deskpulse.alerting.alert.postgres;

import io.deskpulse.alerting.alert.AlertTraces;
import io.deskpulse.kit.postgres.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Traces of alerts in Postgres. */
@ApplicationScoped
class PostgresAlertTraces implements AlertTraces {
    private static final String NOTE = "insert into alert_trace (tenant, fingerprint, header, noted_at)"
            + " select t, f, h, now() from unnest(?::text[], ?::text[], ?::text[]) decided (t, f, h)"
            + " on conflict (tenant, fingerprint) do update set header = excluded.header, noted_at = excluded.noted_at";
    private static final String FORGET = "delete from alert_trace where noted_at < now() - interval '1 day'";
    private static final String FIND = "select header from alert_trace"
            + " where tenant = ? and fingerprint = any (?::text[]) order by noted_at, header";

    private final Database database;

    PostgresAlertTraces(Database database) {
        this.database = database;
    }

    @Override
    public void note(List<Decided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        database.change(FORGET);
        database.change(
                NOTE,
                texts(decided, Decided::tenant),
                texts(decided, Decided::fingerprint),
                texts(decided, Decided::header));
    }

    @Override
    public List<String> of(String tenant, Collection<String> fingerprints) {
        return database.list(FIND, row -> row.text("header"), tenant, fingerprints.toArray(String[]::new));
    }

    private static String[] texts(List<Decided> decided, Function<Decided, String> text) {
        return decided.stream().map(text).toArray(String[]::new);
    }
}
