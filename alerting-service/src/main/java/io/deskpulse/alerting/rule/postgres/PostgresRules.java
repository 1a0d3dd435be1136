package io.deskpulse.alerting.rule.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleVersion;
import io.deskpulse.alerting.rule.Rules;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.document.RuleWriter;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Rules in Postgres, as JSON documents. */
@Singleton
class PostgresRules implements Rules {
    private static final Logger LOG = Logger.getLogger(PostgresRules.class);

    private static final String STANDING =
            """
            select v.tenant, v.id, v.version, v.document, v.changed_at, v.changed_by
            from rule r join rule_version v using (tenant, id, version)
            where not r.deleted""";

    /** The version of a rule that is written for the first time is 1, also where one of this id was deleted: then it goes on. */
    private static final String NEXT =
            """
            insert into rule (tenant, id, version, deleted, created_at) values (?, ?, 1, false, ?)
            on conflict (tenant, id) do update set version = rule.version + 1, deleted = false
            returning version""";

    private final Database database;
    private final RuleReader reader;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    PostgresRules(Database database, RuleReader reader) {
        this.database = database;
        this.reader = reader;
    }

    @Override
    public long revision() {
        return database.first("select revision from rule_revision", row -> row.number("revision"))
                .orElseThrow();
    }

    /** One that this release cannot read, as after going back to an earlier one, keeps the others from nothing. */
    @Override
    public List<Rule> all() {
        List<Optional<Rule>> all = database.list(STANDING, row -> {
            try {
                return Optional.of(version(row).rule());
            } catch (IllegalArgumentException e) {
                if (told.add(row.text("tenant") + e.getMessage())) {
                    LOG.errorf(
                            "tenant %s: %s cannot be read by this release; it is not in force",
                            row.text("tenant"), e.getMessage());
                }
                return Optional.empty();
            }
        });
        return all.stream().flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<RuleVersion> find(String tenant, String id) {
        return database.first(STANDING + " and r.tenant = ? and r.id = ?", this::version, tenant, id);
    }

    @Override
    public void hold(String tenant) {
        database.first(
                "select 1 as held from pg_advisory_xact_lock(hashtextextended('rules ' || ?, 0))",
                row -> row.integer("held"),
                tenant);
    }

    @Override
    public List<RuleVersion> list(String tenant, String after, int most) {
        return database.list(
                STANDING + " and r.tenant = ? and r.id > ? collate \"C\" order by r.id collate \"C\" limit ?",
                this::version,
                tenant,
                after,
                most);
    }

    @Override
    public int count(String tenant) {
        return database.first(
                        "select count(*) n from rule where tenant = ? and not deleted", row -> row.integer("n"), tenant)
                .orElseThrow();
    }

    @Override
    public List<RuleVersion> versions(String tenant, String id, int before, int most) {
        return database.list(
                """
                select tenant, id, version, document, changed_at, changed_by from rule_version
                where tenant = ? and id = ? and version < ? order by version desc limit ?""",
                this::version,
                tenant,
                id,
                before,
                most);
    }

    @Override
    public RuleVersion save(RuleVersion wanted) {
        Rule rule = wanted.rule();
        int version = database.first(NEXT, row -> row.integer("version"), rule.tenant(), rule.id(), wanted.changedAt())
                .orElseThrow();
        database.change(
                """
                insert into rule_version (tenant, id, version, document, changed_at, changed_by)
                values (?, ?, ?, ?::jsonb, ?, ?)""",
                rule.tenant(),
                rule.id(),
                version,
                RuleWriter.write(rule).toString(),
                wanted.changedAt(),
                wanted.changedBy());
        countUp();
        return new RuleVersion(rule.as(version), wanted.changedAt(), wanted.changedBy());
    }

    @Override
    public void delete(String tenant, String id) {
        database.change("update rule set deleted = true where tenant = ? and id = ? and not deleted", tenant, id);
        countUp();
    }

    private void countUp() {
        database.change("update rule_revision set revision = revision + 1");
    }

    private RuleVersion version(Row row) throws SQLException {
        byte[] document = row.text("document").getBytes(UTF_8);
        return new RuleVersion(
                reader.stored(row.text("tenant"), row.integer("version"), document),
                row.instant("changed_at"),
                row.text("changed_by"));
    }
}
