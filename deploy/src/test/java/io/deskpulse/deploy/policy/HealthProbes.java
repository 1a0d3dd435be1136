package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import io.deskpulse.deploy.settings.ServiceModules;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Three probes each. Of our services, start-up and liveness ask only whether the process answers: with {@code started}, which waits for the
 * stores, an outage of a store would have every container killed over and over.
 */
final class HealthProbes implements Policy {
    private static final Map<String, Integer> PORTS =
            Map.of("ingest-service", 8081, "survey-service", 8082, "metrics-service", 8083, "alerting-service", 8084);

    @Override
    public String name() {
        return "containers have three probes, on the right paths and ports";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Containers.check(objects, HealthProbes::faults);
    }

    private static Stream<String> faults(Workload workload, Container container) {
        if (!workload.serves() || workload.spec().getInitContainers().contains(container)) {
            return Stream.empty();
        }
        Map<String, Probe> probes = new LinkedHashMap<>();
        probes.put("startupProbe", container.getStartupProbe());
        probes.put("livenessProbe", container.getLivenessProbe());
        probes.put("readinessProbe", container.getReadinessProbe());
        boolean ours = ServiceModules.SERVICES.contains(workload.name());
        return probes.entrySet().stream()
                .flatMap(each -> each.getValue() == null
                        ? Stream.of("has no " + each.getKey())
                        : ours ? ofOurs(workload, container, each.getKey(), each.getValue()) : Stream.empty());
    }

    private static Stream<String> ofOurs(Workload workload, Container container, String called, Probe probe) {
        String path = called.equals("readinessProbe") ? "/q/health/ready" : "/q/health/live";
        var http = probe.getHttpGet();
        if (http == null || !path.equals(http.getPath())) {
            return Stream.of(called + " does not ask for " + path);
        }
        return Ports.number(container, http.getPort())
                .filter(PORTS.get(workload.name())::equals)
                .map(right -> Stream.<String>empty())
                .orElseGet(() -> Stream.of(called + " asks port " + Ports.text(http.getPort()) + ", where "
                        + PORTS.get(workload.name()) + " answers"));
    }
}
