package io.deskpulse.survey.delivery;

import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells what became of deliveries. Thread-safe. */
@ApplicationScoped
public class ListDeliveries {
    private final Deliveries deliveries;
    private final Transactions transactions;

    ListDeliveries(Deliveries deliveries, Transactions transactions) {
        this.deliveries = deliveries;
        this.transactions = transactions;
    }

    /** The newest first; only those before {@code before}. */
    public Uni<List<Delivery>> list(
            String tenant, Optional<UUID> survey, Optional<Delivery.State> state, Optional<UUID> before, int most) {
        return transactions.run(() -> deliveries.list(tenant, survey, state, before, most));
    }
}
