package io.deskpulse.alerting.silence.postgres;

import io.deskpulse.alerting.matching.Matcher;
import io.deskpulse.alerting.matching.Matchers;
import io.deskpulse.alerting.silence.Silence;
import io.deskpulse.alerting.silence.Silences;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Silences in Postgres. */
@Singleton
class PostgresSilences implements Silences {
    private static final String SELECT =
            """
            select tenant, id, matchers, starts_at, ends_at, author, comment, created_at, revision from silence
            where tenant = ?\s""";
    private static final String ADD =
            """
            insert into silence (tenant, id, matchers, starts_at, ends_at, author, comment, created_at, revision)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CHANGE =
            """
            update silence set matchers = ?, starts_at = ?, ends_at = ?, author = ?, comment = ?, revision = ?
            where tenant = ? and id = ? and revision = ?""";
    private static final String IN_STATE =
            """
            and case ?::text when 'PENDING' then starts_at > ? and ends_at > ? when 'ACTIVE' then starts_at <= ? and ends_at > ?
                when 'EXPIRED' then ends_at <= ? else true end
            and (?::uuid is null or id < ?) order by id desc limit ?""";

    private final Database database;

    PostgresSilences(Database database) {
        this.database = database;
    }

    @Override
    public List<Silence> at(String tenant, Instant moment) {
        return database.list(
                SELECT + "and ends_at > ? and starts_at <= ? order by ends_at desc, id",
                PostgresSilences::silence,
                tenant,
                moment,
                moment);
    }

    @Override
    public void add(Silence silence) {
        database.change(
                ADD,
                silence.tenant(),
                silence.id(),
                texts(silence),
                silence.startsAt(),
                silence.endsAt(),
                silence.author(),
                silence.comment(),
                silence.createdAt(),
                silence.revision());
    }

    @Override
    public boolean change(Silence silence) {
        return database.change(
                        CHANGE,
                        texts(silence),
                        silence.startsAt(),
                        silence.endsAt(),
                        silence.author(),
                        silence.comment(),
                        silence.revision(),
                        silence.tenant(),
                        silence.id(),
                        silence.revision() - 1)
                == 1;
    }

    @Override
    public Optional<Silence> find(String tenant, UUID id) {
        return database.first(SELECT + "and id = ?", PostgresSilences::silence, tenant, id);
    }

    @Override
    public List<Silence> list(
            String tenant, Optional<Silence.State> state, Instant now, Optional<UUID> before, int most) {
        UUID last = before.orElse(null);
        String name = state.map(Silence.State::name).orElse(null);
        return database.list(
                SELECT + IN_STATE, PostgresSilences::silence, tenant, name, now, now, now, now, now, last, last, most);
    }

    private static String[] texts(Silence silence) {
        return silence.matchers().texts().toArray(String[]::new);
    }

    private static Silence silence(Row row) throws SQLException {
        return new Silence(
                row.uuid("id"),
                row.text("tenant"),
                new Matchers(row.texts("matchers").stream().map(Matcher::parse).toList()),
                row.instant("starts_at"),
                row.instant("ends_at"),
                row.text("author"),
                row.text("comment"),
                row.instant("created_at"),
                row.number("revision"));
    }
}
