package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;

/** A Service whose selector or port is misspelt is there, and leads nowhere. */
final class ServiceTargets implements Policy {

    @Override
    public String name() {
        return "each Service leads to a port of a container";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        for (Service service : objects.of(Service.class)) {
            String id = "Service/" + service.getMetadata().getName();
            List<Workload> selected = selected(objects, service);
            if (selected.isEmpty()) {
                faults.add(id + ": selects no pod: " + service.getSpec().getSelector());
            }
            for (ServicePort port : service.getSpec().getPorts()) {
                if (!selected.stream().allMatch(workload -> named(workload, port))) {
                    faults.add(id + ": port " + port.getPort() + " leads to " + Ports.text(port.getTargetPort())
                            + ", which no container names");
                }
            }
        }
        return faults;
    }

    static List<Workload> selected(Objects objects, Service service) {
        var selector = service.getSpec().getSelector();
        return objects.workloads().stream()
                .filter(Workload::serves)
                .filter(each ->
                        selector != null && !selector.isEmpty() && Selecting.containsAll(each.labels(), selector))
                .toList();
    }

    private static boolean named(Workload workload, ServicePort port) {
        return workload.spec().getContainers().stream().anyMatch(container -> leads(container, port));
    }

    private static boolean leads(Container container, ServicePort port) {
        return port.getTargetPort() == null
                ? container.getPorts().stream()
                        .anyMatch(each -> each.getContainerPort().equals(port.getPort()))
                : Ports.number(container, port.getTargetPort()).isPresent();
    }
}
