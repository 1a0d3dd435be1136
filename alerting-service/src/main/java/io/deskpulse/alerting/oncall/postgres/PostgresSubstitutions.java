package io.deskpulse.alerting.oncall.postgres;

import io.deskpulse.alerting.oncall.Substitution;
import io.deskpulse.alerting.oncall.Substitutions;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Overrides in Postgres. */
@Singleton
class PostgresSubstitutions implements Substitutions {
    private static final String SELECT =
            """
            select id, receiver, starts_at, ends_at, author from oncall_override
            where tenant = ? and schedule = ?\s""";
    private static final String ADD =
            """
            insert into oncall_override (tenant, schedule, id, receiver, starts_at, ends_at, author)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final Database database;

    PostgresSubstitutions(Database database) {
        this.database = database;
    }

    @Override
    public List<Substitution> between(String tenant, String schedule, Instant from, Instant to) {
        return database.list(
                SELECT + "and ends_at > ? and starts_at <= ? order by id",
                PostgresSubstitutions::substitution,
                tenant,
                schedule,
                from,
                to);
    }

    @Override
    public List<Substitution> list(String tenant, String schedule, Optional<UUID> before, int most) {
        UUID last = before.orElse(null);
        return database.list(
                SELECT + "and (?::uuid is null or id < ?) order by id desc limit ?",
                PostgresSubstitutions::substitution,
                tenant,
                schedule,
                last,
                last,
                most);
    }

    @Override
    public void add(String tenant, String schedule, Substitution one) {
        database.change(ADD, tenant, schedule, one.id(), one.receiver(), one.startsAt(), one.endsAt(), one.author());
    }

    @Override
    public boolean remove(String tenant, String schedule, UUID id) {
        return database.change(
                        "delete from oncall_override where tenant = ? and schedule = ? and id = ?",
                        tenant,
                        schedule,
                        id)
                == 1;
    }

    private static Substitution substitution(Row row) throws SQLException {
        return new Substitution(
                row.uuid("id"),
                row.text("receiver"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                row.text("author"));
    }
}
