package io.deskpulse.survey.transaction.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Single statements, each a transaction of its own: where a session would cost more than what it does. */
public interface Statements {
    /**
     * Does one.
     *
     * @return fails with {@link io.deskpulse.kit.postgres.StoreUnavailable} where Postgres does not answer; it may have been
     *     done then
     */
    Uni<RowSet<Row>> run(String statement, Tuple values);
}
