package io.deskpulse.survey.transaction.postgres;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells what is the fault of Postgres from what is the fault of us. Stateless. */
final class Faults {
    private Faults() {}

    /** Whether Postgres cannot be reached or used at present. */
    static boolean away(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof VertxException || cause instanceof TimeoutException) {
                return true;
            }
            if (cause instanceof PgException postgres && outOfUse(postgres.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    /** Connection lost, out of resources, or shutting down and starting: not the fault of what was asked. */
    private static boolean outOfUse(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
    }
}
