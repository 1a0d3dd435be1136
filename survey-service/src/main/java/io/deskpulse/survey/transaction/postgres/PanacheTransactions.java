package io.deskpulse.survey.transaction.postgres;

import io.deskpulse.survey.transaction.StoreUnavailable;
import io.deskpulse.survey.transaction.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Transactions of Postgres, each in a session of its own that whatever is called by the work finds again. Thread-safe. */
@ApplicationScoped
class PanacheTransactions implements Transactions {
    private final Schema schema;

    PanacheTransactions(Schema schema) {
        this.schema = schema;
    }

    @Override
    public boolean ready() {
        return schema.migrated();
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        if (!ready()) {
            return Uni.createFrom()
                    .failure(() -> new StoreUnavailable(schema.trouble().orElse("the tables are being made"), null));
        }
        return Panache.withTransaction(work)
                .onFailure(PanacheTransactions::away)
                .transform(fault -> new StoreUnavailable("Postgres does not answer", fault));
    }

    private static boolean away(Throwable fault) {
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
