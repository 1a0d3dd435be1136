package io.deskpulse.metrics.history.postgres;

import io.deskpulse.metrics.history.Archive;
import io.deskpulse.metrics.history.Entry;
import io.deskpulse.metrics.history.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One transaction that saves a partition; it holds the lock on the partition's row. */
final class OpenSave implements Archive.Saving {
    private final SqlConnection connection;
    private final int partition;
    private final int generation;
    private final long revision;

    private OpenSave(SqlConnection connection, int partition, int generation, long revision) {
        this.connection = connection;
        this.partition = partition;
        this.generation = generation;
        this.revision = revision;
    }

    /** Waits for the partition's row, but not for long: who holds it is about to save the same. */
    static Uni<OpenSave> open(SqlConnection connection, int partition, int generation) {
        Tuple ids = Tuple.of(partition, generation);
        // A process that is frozen while it holds the row must not keep its successor from saving.
        return connection
                .query("set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = '30s'")
                .execute()
                .chain(() -> connection
                        .preparedQuery("insert into partition_save"
                                + " (partition, generation, position, revision, watermark, saved_at)"
                                + " values ($1, $2, 0, 0, 0, now()) on conflict do nothing")
                        .execute(ids))
                .chain(() -> connection
                        .preparedQuery("select revision from partition_save"
                                + " where partition = $1 and generation = $2 for update")
                        .execute(ids))
                .map(rows -> new OpenSave(
                        connection,
                        partition,
                        generation,
                        rows.iterator().next().getLong(0)));
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Uni<Void> put(List<Entry> entries) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Table table : Table.ALL) {
            List<Entry> kept = new ArrayList<>();
            List<Entry> gone = new ArrayList<>();
            for (Entry entry : entries) {
                if (table.holds(entry.name())) {
                    (entry.content() == null ? gone : kept).add(entry);
                }
            }
            if (!kept.isEmpty()) {
                done = done.chain(() -> upsert(table, kept));
            }
            if (!gone.isEmpty()) {
                done = done.chain(() -> delete(table, gone));
            }
        }
        return done;
    }

    private Uni<Void> upsert(Table table, List<Entry> entries) {
        int rows = entries.size();
        Buffer[] contents = new Buffer[rows];
        Long[] revisions = new Long[rows];
        OffsetDateTime[] expiries = new OffsetDateTime[rows];
        for (int row = 0; row < rows; row++) {
            Entry entry = entries.get(row);
            contents[row] = Buffer.buffer(entry.content());
            revisions[row] = entry.revision();
            expiries[row] = Table.expiry(entry.expiresAtMillis());
        }
        Tuple values = withParts(table, entries);
        values.getDelegate().addValue(contents).addValue(revisions).addValue(expiries);
        return connection.preparedQuery(table.upsert()).execute(values).replaceWithVoid();
    }

    private Uni<Void> delete(Table table, List<Entry> entries) {
        return connection
                .preparedQuery(table.delete())
                .execute(withParts(table, entries))
                .replaceWithVoid();
    }

    private Tuple withParts(Table table, List<Entry> entries) {
        Tuple values = Tuple.tuple().addInteger(partition).addInteger(generation);
        for (Object array : table.partArrays(entries)) {
            values.getDelegate().addValue(array);
        }
        return values;
    }

    @Override
    public Uni<List<String>> namesAfter(long earlier) {
        List<String> names = new ArrayList<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Table table : Table.ALL) {
            done = done.chain(() -> connection
                    .preparedQuery(table.selectAfter())
                    .execute(Tuple.of(partition, generation, earlier))
                    .invoke(rows -> {
                        for (Row row : rows) {
                            names.add(table.keyOf(row));
                        }
                    })
                    .replaceWithVoid());
        }
        return done.replaceWith(names);
    }

    @Override
    public Uni<Void> stand(Standing standing, Map<String, byte[]> books) {
        Tuple values = Tuple.of(partition, generation, standing.position())
                .addLong(standing.revision())
                .addLong(standing.watermark());
        return connection
                .preparedQuery("update partition_save set position = $3, revision = $4, watermark = $5,"
                        + " saved_at = now() where partition = $1 and generation = $2")
                .execute(values)
                .chain(() -> connection
                        .preparedQuery("delete from partition_book where partition = $1 and generation = $2")
                        .execute(Tuple.of(partition, generation)))
                .chain(() -> insert(books));
    }

    private Uni<Void> insert(Map<String, byte[]> books) {
        if (books.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] names = books.keySet().toArray(new String[0]);
        Buffer[] contents = new Buffer[names.length];
        for (int i = 0; i < names.length; i++) {
            contents[i] = Buffer.buffer(books.get(names[i]));
        }
        Tuple values = Tuple.of(partition, generation);
        values.getDelegate().addValue(names).addValue(contents);
        return connection
                .preparedQuery("insert into partition_book (partition, generation, name, content)"
                        + " select $1, $2, * from unnest($3::text[], $4::bytea[])")
                .execute(values)
                .replaceWithVoid();
    }
}
