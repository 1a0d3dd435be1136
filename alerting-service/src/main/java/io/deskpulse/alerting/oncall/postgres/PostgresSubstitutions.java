package io.deskpulse.alerting.oncall.postgres;

import io.deskpulse.alerting.oncall.Substitution;
import io.deskpulse.alerting.oncall.Substitutions;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Overrides in Postgres. */
@Singleton
class PostgresSubstitutions implements Substitutions {
    private static final String LIST =
            """
            select id, receiver, starts_at, ends_at, author from oncall_override
            where tenant = ? and schedule = ? and ends_at > ? and starts_at <= ? order by id""";
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
                LIST,
                row -> new Substitution(
                        row.uuid("id"),
                        row.text("receiver"),
                        row.instant("starts_at"),
                        row.instant("ends_at"),
                        row.text("author")),
                tenant,
                schedule,
                from,
                to);
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
}
