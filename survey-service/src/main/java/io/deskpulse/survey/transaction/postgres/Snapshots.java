package io.deskpulse.survey.transaction.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.function.Function;

/** Reads over many rows, on connections that nobody needs who answers a survey. */
public interface Snapshots {
    /**
     * Reads the tables as they are at one moment.
     *
     * @param patience how long each statement may take
     * @return fails with {@link TooSlow} where one takes longer, and with {@link
     *     io.deskpulse.kit.postgres.StoreUnavailable} where Postgres does not answer
     */
    <T> Uni<T> read(Duration patience, Function<SqlConnection, Uni<T>> work);

    /** A statement was stopped. */
    final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("statement stopped", null, false, false);
        }
    }
}
