package io.deskpulse.metrics.history.postgres;

import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.StoreUnavailable;
import io.deskpulse.metrics.history.Archive;
import io.deskpulse.metrics.history.Entry;
import io.deskpulse.metrics.history.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps partitions in the tables of {@code db/migration}. */
@ApplicationScoped
class PostgresArchive implements Archive {
    private static final int PORTION = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Pool pool;
    private final Schema schema;

    PostgresArchive(Pool pool, Schema schema) {
        this.pool = pool;
        this.schema = schema;
    }

    @Override
    public Uni<Optional<Standing>> standing(int partition, int generation) {
        return tables().chain(() -> pool.preparedQuery("select position, revision, watermark from partition_save"
                                + " where partition = $1 and generation = $2")
                        .execute(Tuple.of(partition, generation)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(standing(rows.iterator().next())));
    }

    private static Standing standing(Row row) {
        return new Standing("saved", row.getLong(1), row.getLong(0), row.getLong(2));
    }

    @Override
    public <T> Uni<T> saving(int partition, int generation, Function<Saving, Uni<T>> work) {
        return tables().chain(() -> pool.withTransaction(
                connection -> OpenSave.open(connection, partition, generation).chain(work::apply)));
    }

    @Override
    public Uni<Void> load(int partition, int generation, Function<List<Entry>, Uni<Void>> sink) {
        return tables().chain(() -> pool.withTransaction(connection -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (Table table : Table.ALL) {
                done = done.chain(() -> connection
                        .prepare(table.selectAll())
                        .map(prepared -> prepared.cursor(Tuple.of(partition, generation)))
                        .chain(cursor -> portions(table, cursor, sink).call(cursor::close)));
            }
            return done;
        }));
    }

    private static Uni<Void> portions(Table table, Cursor cursor, Function<List<Entry>, Uni<Void>> sink) {
        return cursor.read(PORTION).chain(rows -> {
            List<Entry> entries = new ArrayList<>(rows.size());
            rows.forEach(row -> entries.add(table.entryOf(row)));
            Uni<Void> sunk = entries.isEmpty() ? Uni.createFrom().voidItem() : sink.apply(entries);
            return cursor.hasMore() ? sunk.chain(() -> portions(table, cursor, sink)) : sunk;
        });
    }

    @Override
    public Uni<Map<String, byte[]>> books(int partition, int generation) {
        return tables().chain(() -> pool.preparedQuery("select name, content from partition_book"
                                + " where partition = $1 and generation = $2")
                        .execute(Tuple.of(partition, generation)))
                .map(rows -> {
                    Map<String, byte[]> books = new HashMap<>();
                    rows.forEach(row -> books.put(
                            row.getString(0), row.getDelegate().getBuffer(1).getBytes()));
                    return books;
                });
    }

    @Override
    public Uni<Integer> forgetExpired(long nowMillis) {
        Uni<Integer> done = tables().replaceWith(0);
        for (Table table : Table.ALL) {
            done = done.chain(before -> pool.withConnection(connection -> deleteExpired(connection, table, nowMillis))
                    .map(rows -> before + rows));
        }
        return done;
    }

    private static Uni<Integer> deleteExpired(SqlConnection connection, Table table, long nowMillis) {
        return connection
                .preparedQuery(table.deleteExpired())
                .execute(Tuple.of(Table.expiry(nowMillis)))
                .map(rows -> rows.rowCount());
    }

    /** A moment after the start they are only just being looked at. */
    private Uni<Void> tables() {
        return Uni.createFrom()
                .voidItem()
                .invoke(this::requireTables)
                .onFailure(StoreUnavailable.class)
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofMillis(500))
                .expireIn(PATIENCE.toMillis())
                // what was wrong, and not how often it was
                .onFailure(fault -> fault.getCause() instanceof StoreUnavailable)
                .transform(Throwable::getCause);
    }

    private void requireTables() {
        if (!schema.migrated()) {
            throw new StoreUnavailable(schema.trouble().orElse("the tables are being made"), null);
        }
    }
}
