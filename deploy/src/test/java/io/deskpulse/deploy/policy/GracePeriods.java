package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.settings.KnownSettings;
import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whoever is killed before it is done does its work again elsewhere, or leaves callers without an answer. */
final class GracePeriods implements Policy {
    /** What all services are built with (service-kit). */
    private static final String SHUTDOWN = "2s";

    @Override
    public String name() {
        return "pods may take longer to stop than they need";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Configuration.all(objects).stream()
                .filter(each -> each.workload().serves())
                .filter(each -> given(each).compareTo(needed(each)) <= 0)
                .map(each -> each.id() + ": terminationGracePeriodSeconds is "
                        + given(each).toSeconds() + ", and stopping takes "
                        + needed(each).toSeconds()
                        + " s: preStop, quarkus.shutdown.delay and timeout, and what is being sent")
                .toList();
    }

    private static Duration given(Configuration configuration) {
        Long seconds = configuration.workload().spec().getTerminationGracePeriodSeconds();
        return Duration.ofSeconds(seconds == null ? 30 : seconds);
    }

    private static Duration needed(Configuration configuration) {
        var properties = configuration.properties();
        Duration needed = preStop(configuration.container())
                .plus(duration(properties.getOrDefault("quarkus.shutdown.delay", "0s")))
                .plus(duration(properties.getOrDefault("quarkus.shutdown.timeout", SHUTDOWN)));
        for (var each : KnownSettings.of(configuration.service())
                .presets(".stop-within")
                .entrySet()) {
            needed = needed.plus(duration(properties.getOrDefault(each.getKey(), each.getValue())));
        }
        return needed;
    }

    private static Duration preStop(Container container) {
        return Optional.ofNullable(container.getLifecycle())
                .map(each -> each.getPreStop())
                .map(each -> each.getSleep())
                .map(sleep -> Duration.ofSeconds(sleep.getSeconds()))
                .orElse(Duration.ZERO);
    }

    private static Duration duration(String text) {
        return Duration.parse(text.startsWith("P") ? text : "PT" + text.toUpperCase(Locale.ROOT));
    }
}
