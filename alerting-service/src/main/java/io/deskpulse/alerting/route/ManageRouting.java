package io.deskpulse.alerting.route;

import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Optional;

/** Changes how alerts are routed, and notes who did. Thread-safe. */
@ApplicationScoped
public class ManageRouting {
    private final Routings routings;
    private final Instance<RoutingListener> listeners;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ManageRouting(
            Routings routings,
            Instance<RoutingListener> listeners,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.routings = routings;
        this.listeners = listeners;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Routings.Written> written(String tenant) {
        return routings.written(tenant);
    }

    /** Writes the version after the one seen, whose document was read before; false where another was faster. */
    public boolean write(String tenant, long seen, String json, String actor) {
        return transactions.run(() -> {
            String before = routings.written(tenant).map(Routings.Written::json).orElse(null);
            if (!routings.write(tenant, seen, json, actor, clock.instant())) {
                return false;
            }
            listeners.forEach(listener -> listener.routed(tenant));
            audit.note(tenant, actor, "routing", "routing", seen == 0 ? "created" : "changed", before, json);
            return true;
        });
    }
}
