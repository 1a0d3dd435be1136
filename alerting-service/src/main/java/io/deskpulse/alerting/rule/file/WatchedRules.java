package io.deskpulse.alerting.rule.file;

import io.deskpulse.alerting.rule.MountedRules;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.RuleVersion;
import io.deskpulse.alerting.rule.RulesSettings;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The rules of files, looked at on a thread of its own, first of all before anything asks for them. Thread-safe. */
@Startup
@Singleton
class WatchedRules implements MountedRules {
    private static final Logger LOG = Logger.getLogger(WatchedRules.class);

    private final Mounts mounts;
    private final RulesSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "rule-files"));
    private volatile Mounts.Stand stand = Mounts.Stand.EMPTY;
    private volatile long revision;

    WatchedRules(RulesSettings settings, RuleReader reader, MeterRegistry meters) {
        this.settings = settings;
        this.mounts = new Mounts(settings.files().orElse(List.of()), new RuleFile(reader));
        Gauge.builder("deskpulse.alerting.rule.files.broken", this, files -> files.broken()
                        .size())
                .description("Files of rules that cannot be used; what was read of them before stays in force")
                .register(meters);
        Gauge.builder("deskpulse.alerting.rule.files.rules", this, files -> files.all()
                        .size())
                .description("Rules in force that come from files")
                .register(meters);
    }

    @PostConstruct
    void start() {
        look();
        if (settings.files().isPresent()) {
            long every = settings.lookEvery().toMillis();
            thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public List<RuleVersion> all() {
        return stand.rules();
    }

    /** What is wrong with files, by file. */
    Map<Path, List<RuleFault>> broken() {
        return stand.broken();
    }

    /** Looks once. */
    final synchronized void look() {
        Mounts.Stand before = stand;
        Mounts.Stand now = mounts.look();
        now.broken().forEach((file, faults) -> {
            if (!faults.equals(before.broken().get(file))) {
                RuleFault first = faults.get(0);
                LOG.errorf(
                        "rules of %s cannot be used, those read before stay in force; faults: %d, the first%s: %s",
                        file, faults.size(), first.pointer().isEmpty() ? "" : " at " + first.pointer(), first.detail());
            }
        });
        stand = now;
        if (!now.rules().equals(before.rules())) {
            revision++;
            LOG.infof("%d rules from files", now.rules().size());
        }
    }
}
