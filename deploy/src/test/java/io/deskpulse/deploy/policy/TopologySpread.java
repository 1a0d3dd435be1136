package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import java.util.List;
import java.util.stream.Stream;

/** The pods of one workload are on different machines, and in different zones where there are some. */
final class TopologySpread implements Policy {

    @Override
    public String name() {
        return "workloads of several pods are spread over zones and machines";
    }

    @Override
    public List<String> violations(Objects objects) {
        return objects.workloads().stream()
                .filter(Workload::serves)
                .filter(each -> Replicas.of(each, objects).most() > 1)
                .flatMap(TopologySpread::faults)
                .toList();
    }

    private static Stream<String> faults(Workload workload) {
        return Stream.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")
                .filter(topology -> !spread(workload, topology) && !apart(workload, topology))
                .map(topology -> workload.id() + ": nothing spreads its own pods over " + topology);
    }

    private static boolean spread(Workload workload, String topology) {
        return workload.spec().getTopologySpreadConstraints().stream()
                .anyMatch(each -> topology.equals(each.getTopologyKey())
                        && Selecting.selects(each.getLabelSelector(), workload.labels()));
    }

    private static boolean apart(Workload workload, String topology) {
        var affinity = workload.spec().getAffinity();
        return affinity != null
                && affinity.getPodAntiAffinity() != null
                && affinity.getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution().stream()
                        .anyMatch(each -> topology.equals(each.getTopologyKey())
                                && Selecting.selects(each.getLabelSelector(), workload.labels()));
    }
}
