package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.AlertTraces;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.evaluation.Baselines;
import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import io.deskpulse.alerting.evaluation.RulesNow;
import io.deskpulse.alerting.evaluation.StoreDecisions;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.window.HourTallies;
import io.deskpulse.alerting.window.Needs;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.kit.postgres.StoreUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** What must not be waited for by whoever reads: Postgres, and reading the topic again. Thread-safe. */
@Singleton
class Background {
    private static final Logger LOG = Logger.getLogger(Background.class);
    /** One statement after the other for each partition; several partitions at once. */
    private static final int STORING = 4;
    /** A week, and a day of windows that end then. */
    private static final Duration HOURS_KEPT = Duration.ofDays(8).plusHours(12);

    private final Claims claims;
    private final StoreDecisions store;
    private final AlertTraces traces;
    private final Baselines baselines;
    private final Clock clock;
    private final Catalogue catalogue;
    private final ExecutorService filling = Executors.newSingleThreadExecutor(task -> thread(task, "windows"));
    private final ExecutorService storing = Executors.newFixedThreadPool(STORING, task -> thread(task, "decisions"));
    private volatile int partitions;

    Background(
            Claims claims,
            StoreDecisions store,
            AlertTraces traces,
            Baselines baselines,
            Catalogue catalogue,
            Clock clock) {
        this.traces = traces;
        this.claims = claims;
        this.baselines = baselines;
        this.clock = clock;
        this.store = store;
        this.catalogue = catalogue;
    }

    /** Says how many partitions the topic has. */
    void partitions(int number) {
        partitions = number;
    }

    CompletableFuture<Claim> claim(int partition, RulesNow rules, BooleanSupplier wanted) {
        return CompletableFuture.supplyAsync(() -> claims.claim(partition, partitions, rules, wanted), filling);
    }

    CompletableFuture<Refill> refill(
            int partition, Collection<String> tenants, RulesNow rules, BooleanSupplier wanted) {
        return CompletableFuture.supplyAsync(() -> claims.refill(partition, tenants, rules, wanted), filling);
    }

    /** The traces first: whoever tells people looks for them as soon as there is something to tell. */
    CompletableFuture<StoreDecisions.Outcome> store(
            Fence fence, List<Transition> transitions, List<AlertTraces.Decided> traced) {
        return CompletableFuture.supplyAsync(
                () -> {
                    note(traced);
                    return store.store(fence, transitions);
                },
                storing);
    }

    private void note(List<AlertTraces.Decided> traced) {
        try {
            traces.note(traced);
        } catch (RuntimeException e) {
            LOG.debugf("Traces of alerts are not kept: %s", e.getMessage());
        }
    }

    CompletableFuture<Void> storeHours(Fence fence, Map<String, List<HourTallies>> byTenant) {
        return CompletableFuture.runAsync(
                () -> {
                    byTenant.forEach((tenant, hours) -> baselines.store(fence, tenant, hours));
                    baselines.forget(clock.instant().minus(HOURS_KEPT));
                },
                storing);
    }

    /** The tenants of a partition that have rules, or had. */
    Set<String> tenantsOf(int partition, RulesNow rules, PartitionEvaluation evaluation) {
        Set<String> tenants = new HashSet<>(rules.byTenant().keySet());
        tenants.removeIf(tenant -> History.partitionOf(tenant, partitions) != partition);
        tenants.addAll(evaluation.evaluators().keySet());
        return tenants;
    }

    Needs needs(List<Rule> rules) {
        return Evaluator.needs(rules, catalogue);
    }

    /** What to tell people of a failure. */
    static String cause(CompletableFuture<?> failed) {
        try {
            failed.join();
            return "";
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            return cause instanceof StoreUnavailable ? cause.getMessage() : cause.toString();
        }
    }

    @PreDestroy
    void stop() {
        filling.shutdownNow();
        storing.shutdown();
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
