package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Goes through all containers of all workloads. */
final class Containers {
    private Containers() {}

    /** What a check says of each container, with the container named before it. */
    static List<String> check(Objects objects, BiFunction<Workload, Container, Stream<String>> check) {
        return objects.workloads().stream()
                .flatMap(
                        workload -> workload.containers().stream().flatMap(container -> check.apply(workload, container)
                                .map(fault -> workload.id() + ": container " + container.getName() + ": " + fault)))
                .toList();
    }
}
