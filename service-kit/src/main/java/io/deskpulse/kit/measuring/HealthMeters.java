package io.deskpulse.kit.measuring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Tells Prometheus what the readiness checks say, as {@code deskpulse.health.check}: 1 for up, 0 for down. They are asked by a thread of its own, so that a
 * scrape waits for none of them.
 */
@Startup
@Singleton
class HealthMeters {
    private static final Logger LOG = Logger.getLogger(HealthMeters.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final SmallRyeHealthReporter health;
    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> checks = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(HealthMeters::daemon);

    HealthMeters(SmallRyeHealthReporter health, MeterRegistry registry) {
        this.health = health;
        this.registry = registry;
    }

    @PostConstruct
    void start() {
        executor.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    private void look() {
        try {
            for (JsonObject check :
                    health.getReadiness().getPayload().getJsonArray("checks").getValuesAs(JsonObject.class)) {
                checks.computeIfAbsent(check.getString("name"), this::gauge)
                        .set(check.getString("status").equals("UP") ? 1 : 0);
            }
        } catch (RuntimeException e) {
            LOG.debugf("Readiness cannot be told: %s", e.getClass().getSimpleName());
        }
    }

    private AtomicInteger gauge(String check) {
        AtomicInteger state = new AtomicInteger();
        Gauge.builder("deskpulse.health.check", state, AtomicInteger::get)
                .description("What the readiness checks say: 1 up, 0 down")
                .tag("check", check)
                .register(registry);
        return state;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "health-meters");
        thread.setDaemon(true);
        return thread;
    }
}
