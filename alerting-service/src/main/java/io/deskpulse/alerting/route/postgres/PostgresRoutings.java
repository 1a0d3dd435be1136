package io.deskpulse.alerting.route.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.oncall.Known;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.route.Routings;
import io.deskpulse.alerting.route.document.RoutingReader;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Routings in Postgres; versions never change, so that one that was read is kept. */
@Singleton
class PostgresRoutings implements Routings {
    private static final String VERSION = "select coalesce(max(version), 0) as version from routing where tenant = ?";
    private static final String WRITTEN =
            "select version, document from routing where tenant = ? order by version desc limit 1";
    private static final String WRITE =
            """
            insert into routing (tenant, version, document, actor, created_at)
            select ?, ?, ?::jsonb, ?, ? where (select coalesce(max(version), 0) from routing where tenant = ?) = ?
            on conflict do nothing""";

    private final Database database;
    private final Map<String, Routing> known = new ConcurrentHashMap<>();

    PostgresRoutings(Database database) {
        this.database = database;
    }

    @Override
    public Routing of(String tenant) {
        long version =
                database.first(VERSION, row -> row.number("version"), tenant).orElse(0L);
        if (version == 0) {
            return Routing.STANDARD;
        }
        Routing read = known.get(tenant);
        if (read == null || read.version() != version) {
            read = written(tenant).map(PostgresRoutings::read).orElse(Routing.STANDARD);
            known.put(tenant, read);
        }
        return read;
    }

    @Override
    public Optional<Written> written(String tenant) {
        return database.first(WRITTEN, row -> new Written(row.number("version"), row.text("document")), tenant);
    }

    @Override
    public boolean write(String tenant, long seen, String json, String actor, Instant now) {
        return database.change(WRITE, tenant, seen + 1, json, actor, now, tenant, seen) == 1;
    }

    private static Routing read(Written written) {
        return RoutingReader.read(Members.of(written.json().getBytes(UTF_8)), written.version(), Known.ANYTHING);
    }
}
