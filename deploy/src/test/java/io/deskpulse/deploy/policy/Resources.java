package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A container without bounds takes what others need; one without requests is put where there is no room. */
final class Resources implements Policy {

    @Override
    public String name() {
        return "containers say what they need and what they get at most";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Containers.check(objects, (workload, container) -> faults(container));
    }

    private static Stream<String> faults(Container container) {
        List<String> faults = new ArrayList<>();
        var resources = container.getResources();
        var requests = resources == null || resources.getRequests() == null ? Map.of() : resources.getRequests();
        var limits = resources == null || resources.getLimits() == null ? Map.of() : resources.getLimits();
        for (String what : List.of("cpu", "memory")) {
            if (!requests.containsKey(what)) {
                faults.add("resources.requests has no " + what);
            }
        }
        if (!limits.containsKey("memory")) {
            faults.add("resources.limits has no memory");
        }
        return faults.stream();
    }
}
