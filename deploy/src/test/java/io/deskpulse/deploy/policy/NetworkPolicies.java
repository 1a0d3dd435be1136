package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nobody talks to anybody unless something says so, and something is said of each pod, those of operators included. */
final class NetworkPolicies implements Policy {
    private static final List<String> DIRECTIONS = List.of("Ingress", "Egress");

    @Override
    public String name() {
        return "all traffic is denied, and each workload's is told";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        List<NetworkPolicy> policies = objects.of(NetworkPolicy.class);
        for (String direction : DIRECTIONS) {
            if (policies.stream().noneMatch(each -> denies(each, direction))) {
                faults.add("no NetworkPolicy denies " + direction + " to all pods: select {}, allow nothing");
            }
        }
        pods(objects).forEach((id, labels) -> {
            if (policies.stream().noneMatch(each -> tellsOf(each, labels))) {
                faults.add(id + ": no NetworkPolicy of its own says who may talk to it, and to whom it may");
            }
        });
        return faults;
    }

    private static boolean denies(NetworkPolicy policy, String direction) {
        var spec = policy.getSpec();
        boolean allows = direction.equals("Ingress")
                ? !spec.getIngress().isEmpty()
                : !spec.getEgress().isEmpty();
        return everybody(spec.getPodSelector()) && spec.getPolicyTypes().contains(direction) && !allows;
    }

    private static boolean tellsOf(NetworkPolicy policy, Map<String, String> labels) {
        LabelSelector selector = policy.getSpec().getPodSelector();
        return !everybody(selector)
                && Selecting.selects(selector, labels)
                && policy.getSpec().getPolicyTypes().containsAll(DIRECTIONS);
    }

    private static boolean everybody(LabelSelector selector) {
        return (selector.getMatchLabels() == null || selector.getMatchLabels().isEmpty())
                && selector.getMatchExpressions().isEmpty();
    }

    private static Map<String, Map<String, String>> pods(Objects objects) {
        Map<String, Map<String, String>> pods = new LinkedHashMap<>();
        objects.workloads().forEach(each -> pods.put(each.id(), each.labels()));
        for (Manifest each : objects.all()) {
            if (each.apiVersion().startsWith("kafka.strimzi.io/") && each.kind().equals("Kafka")) {
                pods.put(each.id(), Map.of("strimzi.io/name", each.name() + "-kafka"));
            }
            if (each.apiVersion().startsWith("postgresql.cnpg.io/")
                    && each.kind().equals("Cluster")) {
                pods.put(each.id(), Map.of("cnpg.io/cluster", each.name()));
            }
        }
        return pods;
    }
}
