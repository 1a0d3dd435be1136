package io.deskpulse.survey.transaction.postgres;

import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.StoreUnavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Statements on the connections that sessions use too. Thread-safe. */
@ApplicationScoped
class PostgresStatements implements Statements {
    private final Pool pool;
    private final Schema schema;

    PostgresStatements(Pool pool, Schema schema) {
        this.pool = pool;
        this.schema = schema;
    }

    @Override
    public Uni<RowSet<Row>> run(String statement, Tuple values) {
        if (!schema.migrated()) {
            return Uni.createFrom()
                    .failure(() -> new StoreUnavailable(schema.trouble().orElse("the tables are being made"), null));
        }
        return pool.preparedQuery(statement)
                .execute(values)
                .onFailure(Faults::away)
                .transform(fault -> new StoreUnavailable("Postgres does not answer", fault));
    }
}
