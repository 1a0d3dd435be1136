package io.deskpulse.alerting.receiver.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.receiver.Kept;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.Receivers;
import io.deskpulse.alerting.receiver.document.ReceiverReader;
import io.deskpulse.alerting.receiver.document.ReceiverWriter;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Receivers in Postgres. */
@Singleton
class PostgresReceivers implements Receivers {
    private static final String FIND = "select * from receiver where tenant = ? and id = ?";
    private static final String SAVE =
            """
            insert into receiver (tenant, id, document, secrets, sealed, revision, changed_at)
            values (?, ?, ?::jsonb, ?, ?, ?, ?)
            on conflict (tenant, id) do update
            set document = excluded.document, secrets = excluded.secrets, sealed = excluded.sealed,
                revision = excluded.revision, changed_at = excluded.changed_at
            where receiver.revision = excluded.revision - 1""";

    private final Database database;

    PostgresReceivers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Kept> find(String tenant, String id) {
        return database.first(FIND, PostgresReceivers::kept, tenant, id);
    }

    @Override
    public Optional<Kept> lock(String tenant, String id) {
        return database.first(FIND + " for update", PostgresReceivers::kept, tenant, id);
    }

    @Override
    public List<Receiver> list(String tenant, String after, int most) {
        return database.list(
                "select * from receiver where tenant = ? and id > ? order by id limit ?",
                row -> kept(row).receiver(),
                tenant,
                after,
                most);
    }

    @Override
    public int count(String tenant) {
        return database.first(
                        "select count(*) as count from receiver where tenant = ?", row -> row.integer("count"), tenant)
                .orElse(0);
    }

    @Override
    public boolean save(Kept kept) {
        Receiver receiver = kept.receiver();
        return database.change(
                        SAVE,
                        receiver.tenant(),
                        receiver.id(),
                        ReceiverWriter.document(receiver).toString(),
                        receiver.secrets().toArray(String[]::new),
                        kept.sealed(),
                        receiver.revision(),
                        receiver.changedAt())
                == 1;
    }

    @Override
    public void delete(String tenant, String id) {
        database.change("delete from receiver where tenant = ? and id = ?", tenant, id);
    }

    private static Kept kept(Row row) throws SQLException {
        Members document = Members.of(row.text("document").getBytes(UTF_8));
        Receiver receiver = new Receiver(
                row.text("tenant"),
                row.text("id"),
                ReceiverReader.settings(document),
                ReceiverReader.language(document),
                ReceiverReader.texts(document),
                ReceiverReader.limit(document),
                Set.copyOf(row.texts("secrets")),
                row.number("revision"),
                row.instant("changed_at"));
        return new Kept(receiver, row.text("sealed"));
    }
}
