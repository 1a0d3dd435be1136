package io.deskpulse.survey.transaction.postgres;

import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.StoreUnavailable;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/** Read-only transactions that all see one moment. Thread-safe. */
@ApplicationScoped
class PostgresSnapshots implements Snapshots {
    private static final String STOPPED = "57014";

    private final Pool pool;
    private final Schema schema;

    PostgresSnapshots(@ReactiveDataSource("analysis") Pool pool, Schema schema) {
        this.pool = pool;
        this.schema = schema;
    }

    @Override
    public <T> Uni<T> read(Duration patience, Function<SqlConnection, Uni<T>> work) {
        if (!schema.migrated()) {
            return Uni.createFrom()
                    .failure(() -> new StoreUnavailable(schema.trouble().orElse("the tables are being made"), null));
        }
        String begin = "set transaction isolation level repeatable read, read only; set local statement_timeout = "
                + patience.toMillis();
        return pool.withTransaction(
                        connection -> connection.query(begin).execute().chain(() -> work.apply(connection)))
                .onFailure(PostgresSnapshots::stopped)
                .transform(fault -> new TooSlow())
                .onFailure(Faults::away)
                .transform(fault -> new StoreUnavailable("Postgres does not answer", fault));
    }

    private static boolean stopped(Throwable fault) {
        return fault instanceof PgException postgres && STOPPED.equals(postgres.getSqlState());
    }
}
