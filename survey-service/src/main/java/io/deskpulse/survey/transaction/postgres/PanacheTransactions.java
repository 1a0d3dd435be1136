package io.deskpulse.survey.transaction.postgres;

import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.StoreUnavailable;
import io.deskpulse.survey.transaction.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
                .onFailure(Faults::away)
                .transform(fault -> new StoreUnavailable("Postgres does not answer", fault));
    }
}
