package io.deskpulse.deploy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each service is scraped, at a port that it has, on the path of its meters. */
final class Monitors implements Policy {
    private static final String PATH = "/q/metrics";

    @Override
    public String name() {
        return "each ServiceMonitor finds services, their port and their meters";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        Set<String> scraped = new TreeSet<>();
        List<ServiceMonitor> monitors = objects.of(ServiceMonitor.class);
        for (ServiceMonitor monitor : monitors) {
            Manifest manifest = objects.find(
                            "ServiceMonitor", monitor.getMetadata().getName())
                    .orElseThrow();
            List<Service> selected = objects.of(Service.class).stream()
                    .filter(service -> Selecting.selects(
                            monitor.getSpec().getSelector(),
                            service.getMetadata().getLabels() == null
                                    ? Map.of()
                                    : service.getMetadata().getLabels()))
                    .toList();
            if (selected.isEmpty()) {
                faults.add(manifest.id() + ": selects no Service");
            }
            selected.forEach(service -> scraped.add(service.getMetadata().getName()));
            for (JsonNode endpoint : manifest.at("/spec/endpoints")) {
                check(manifest, endpoint, selected, faults);
            }
        }
        if (!monitors.isEmpty()) {
            Configuration.all(objects).stream()
                    .filter(each -> each.workload().serves())
                    .map(Configuration::service)
                    .filter(service -> !scraped.contains(service))
                    .forEach(service -> faults.add("no ServiceMonitor selects Service/" + service));
        }
        return faults;
    }

    private static void check(Manifest monitor, JsonNode endpoint, List<Service> services, List<String> faults) {
        String port = endpoint.at("/port").asText();
        for (Service service : services) {
            Set<String> ports = service.getSpec().getPorts().stream()
                    .map(each -> each.getName())
                    .collect(Collectors.toSet());
            if (!ports.contains(port)) {
                faults.add(monitor.id() + ": scrapes the port " + port + ", which Service/"
                        + service.getMetadata().getName() + " does not have");
            }
        }
        if (!PATH.equals(endpoint.at("/path").asText())) {
            faults.add(monitor.id() + ": scrapes " + endpoint.at("/path").asText("nothing") + ", where meters are on "
                    + PATH);
        }
    }
}
