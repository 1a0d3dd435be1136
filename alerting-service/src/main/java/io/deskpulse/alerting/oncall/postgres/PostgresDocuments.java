package io.deskpulse.alerting.oncall.postgres;

import io.deskpulse.alerting.oncall.Documents;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Schedules and policies in Postgres; of two who change the same revision, one succeeds. */
@Singleton
class PostgresDocuments implements Documents {
    private static final String COLUMNS =
            "select id, revision, document from oncall_document where tenant = ? and kind = ? ";
    private static final String FIRST =
            """
            insert into oncall_document (tenant, kind, id, revision, document) values (?, ?, ?, 1, ?::jsonb)
            on conflict do nothing""";
    private static final String NEXT =
            """
            update oncall_document set document = ?::jsonb, revision = revision + 1
            where tenant = ? and kind = ? and id = ? and revision = ?""";

    private final Database database;

    PostgresDocuments(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Document> find(String tenant, Kind kind, String id) {
        return database.first(COLUMNS + "and id = ?", PostgresDocuments::document, tenant, kind.word(), id);
    }

    @Override
    public List<Document> list(String tenant, Kind kind, String after, int most) {
        return database.list(
                COLUMNS + "and id > ? order by id limit ?",
                PostgresDocuments::document,
                tenant,
                kind.word(),
                after,
                most);
    }

    @Override
    public boolean save(String tenant, Kind kind, String id, long seen, String json) {
        int rows = seen == 0
                ? database.change(FIRST, tenant, kind.word(), id, json)
                : database.change(NEXT, json, tenant, kind.word(), id, seen);
        return rows == 1;
    }

    @Override
    public boolean delete(String tenant, Kind kind, String id, long seen) {
        return database.change(
                        "delete from oncall_document where tenant = ? and kind = ? and id = ? and revision = ?",
                        tenant,
                        kind.word(),
                        id,
                        seen)
                == 1;
    }

    private static Document document(Row row) throws SQLException {
        return new Document(row.text("id"), row.number("revision"), row.text("document"));
    }
}
