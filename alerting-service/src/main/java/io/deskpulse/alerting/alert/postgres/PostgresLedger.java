package io.deskpulse.alerting.alert.postgres;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Change;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.alert.Ledger;
import io.deskpulse.alerting.alert.document.AlertDocument;
import io.deskpulse.kit.postgres.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Alerts in Postgres: however many there are in a batch, each step is one statement. */
@ApplicationScoped
class PostgresLedger implements Ledger {
    private static final String TAKE = "insert into fence (part, epoch) values (?, 1)"
            + " on conflict (part) do update set epoch = fence.epoch + 1 returning epoch";
    private static final String HOLD = "select epoch from fence where part = ? for share";
    /** In the order of names, so that no two wait for each other. */
    private static final String RESERVE = "insert into alert_clock (tenant, revision)"
            + " select wanted.tenant, wanted.changes from unnest(?::text[], ?::text[]::bigint[]) wanted (tenant, changes)"
            + " order by wanted.tenant"
            + " on conflict (tenant) do update set revision = alert_clock.revision + excluded.revision"
            + " returning tenant, revision";

    private static final String FIND = "select " + AlertRows.COLUMNS + " from alert"
            + " join unnest(?::text[], ?::text[]) wanted (t, f) on tenant = t and fingerprint = f";
    private static final String STORE_ALERTS = "insert into alert"
            + " (tenant, fingerprint, revision, rule, state, at, decided_at, held_ms, document)"
            + " select d ->> 'tenant', d ->> 'fingerprint', (d ->> 'revision')::bigint, d ->> 'rule', d ->> 'state',"
            + " (d ->> 'at')::timestamptz, (d ->> 'decidedAt')::timestamptz, (d ->> 'heldMillis')::bigint, d"
            + " from unnest(?::text[]::jsonb[]) d"
            + " on conflict (tenant, fingerprint) do update set revision = excluded.revision, rule = excluded.rule,"
            + " state = excluded.state, at = excluded.at, decided_at = excluded.decided_at,"
            + " held_ms = excluded.held_ms, document = excluded.document";
    private static final String STORE_CHANGES = "insert into alert_change"
            + " (tenant, revision, fingerprint, decided_at, document)"
            + " select d ->> 'tenant', (d ->> 'revision')::bigint, d ->> 'fingerprint', now(), d"
            + " from unnest(?::text[]::jsonb[]) d";
    private static final String STORE_OUTBOX =
            "insert into alert_outbox (key, value) select * from unnest(?::text[], ?::text[])";
    private static final String CHECKPOINT = "update alert set at = c.at::timestamptz,"
            + " decided_at = c.decided::timestamptz, held_ms = c.held::bigint"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) c (t, f, at, decided, held)"
            + " where tenant = c.t and fingerprint = c.f";
    private static final String STANDING =
            "select " + AlertRows.COLUMNS + " from alert where tenant = ? and state <> 'normal' order by fingerprint";
    private static final String STANDING_OF_RULES =
            "select " + AlertRows.COLUMNS + " from alert where state <> 'normal' and rule = any (?::text[])";
    private static final String STANDING_TENANTS = "select distinct tenant from alert where state <> 'normal'";
    private static final String ENDED_BY_HAND = "select " + AlertRows.COLUMNS
            + " from alert where document ->> 'reason' = 'resolvedByHand' and state = 'normal' and decided_at >= ?";

    private static final String FORGET_CHANGES = "delete from alert_change where (tenant, revision) in"
            + " (select tenant, revision from alert_change where decided_at < ? order by decided_at limit ?)";
    private static final String FORGET_ALERTS = "delete from alert where (tenant, fingerprint) in"
            + " (select tenant, fingerprint from alert where state = 'normal' and decided_at < ? limit ?)";

    private final Database database;

    PostgresLedger(Database database) {
        this.database = database;
    }

    @Override
    public Fence take(String part) {
        long epoch = database.first(TAKE, row -> row.number("epoch"), part).orElseThrow();
        return new Fence(part, epoch);
    }

    @Override
    public void hold(Fence fence) {
        database.first(HOLD, row -> row.number("epoch"), fence.part())
                .filter(epoch -> epoch == fence.epoch())
                .orElseThrow(() -> new Fence.Lost(fence));
    }

    @Override
    public Map<String, Long> reserve(Map<String, Integer> changes) {
        List<String> tenants = List.copyOf(changes.keySet());
        return database
                .list(
                        RESERVE,
                        row -> Map.entry(row.text("tenant"), row.number("revision")),
                        texts(tenants, Function.identity()),
                        texts(tenants, tenant -> changes.get(tenant).toString()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, last -> last.getValue() - changes.get(last.getKey())));
    }

    @Override
    public Map<Key, Alert> find(Set<Key> keys) {
        return database.list(FIND, AlertRows::alert, texts(keys, Key::tenant), texts(keys, Key::fingerprint)).stream()
                .collect(Collectors.toMap(alert -> new Key(alert.tenant(), alert.fingerprint()), alert -> alert));
    }

    @Override
    public void store(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Map<Key, String> last = new LinkedHashMap<>();
        String[] keys = new String[changes.size()];
        String[] documents = new String[changes.size()];
        for (int i = 0; i < documents.length; i++) {
            Alert alert = changes.get(i).alert();
            keys[i] = alert.tenant() + "/" + alert.fingerprint();
            documents[i] = AlertDocument.text(changes.get(i));
            last.put(new Key(alert.tenant(), alert.fingerprint()), documents[i]);
        }
        database.change(STORE_ALERTS, (Object) texts(last.values(), Function.identity()));
        database.change(STORE_CHANGES, (Object) documents);
        database.change(STORE_OUTBOX, keys, documents);
    }

    @Override
    public void checkpoint(Collection<Alert> alerts) {
        if (!alerts.isEmpty()) {
            database.change(
                    CHECKPOINT,
                    texts(alerts, Alert::tenant),
                    texts(alerts, Alert::fingerprint),
                    texts(alerts, alert -> alert.last().at().toString()),
                    texts(alerts, alert -> alert.last().decidedAt().toString()),
                    texts(alerts, alert -> Long.toString(alert.last().held().toMillis())));
        }
    }

    @Override
    public List<Alert> standing(String tenant) {
        return database.list(STANDING, AlertRows::alert, tenant);
    }

    @Override
    public List<Alert> standing(Set<String> rules) {
        return database.list(STANDING_OF_RULES, AlertRows::alert, (Object) texts(rules, Function.identity()));
    }

    @Override
    public List<String> standingTenants() {
        return database.list(STANDING_TENANTS, row -> row.text("tenant"));
    }

    @Override
    public List<Alert> endedByHand(Instant since) {
        return database.list(ENDED_BY_HAND, AlertRows::alert, since);
    }

    @Override
    public int forget(Instant before, int most) {
        return Math.max(database.change(FORGET_CHANGES, before, most), database.change(FORGET_ALERTS, before, most));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
