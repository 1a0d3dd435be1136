package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;

/** Whoever empties a node takes one instance at a time; and is not kept from it for ever. */
final class DisruptionBudgets implements Policy {

    @Override
    public String name() {
        return "workloads of several pods have a disruption budget that can be met";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        List<PodDisruptionBudget> budgets = objects.of(PodDisruptionBudget.class);
        for (Workload workload : objects.workloads()) {
            if (!workload.serves()) {
                continue;
            }
            var replicas = Replicas.of(workload, objects);
            var own = budgets.stream()
                    .filter(each -> Selecting.selects(each.getSpec().getSelector(), workload.labels()))
                    .toList();
            if (own.isEmpty() && replicas.most() > 1) {
                faults.add(workload.id() + ": has up to " + replicas.most() + " pods and no PodDisruptionBudget");
            }
            own.stream()
                    .filter(each -> !canBeMet(each, replicas.least()))
                    .forEach(each -> faults.add("PodDisruptionBudget/"
                            + each.getMetadata().getName() + ": lets none of " + replicas.least()
                            + " pods go, so no node can be emptied"));
        }
        return faults;
    }

    private static boolean canBeMet(PodDisruptionBudget budget, int replicas) {
        IntOrString unavailable = budget.getSpec().getMaxUnavailable();
        IntOrString available = budget.getSpec().getMinAvailable();
        if (unavailable != null) {
            return !"0".equals(Ports.text(unavailable)) && !"0%".equals(Ports.text(unavailable));
        }
        if (available == null || "100%".equals(Ports.text(available))) {
            return false;
        }
        return available.getIntVal() == null || available.getIntVal() < replicas;
    }
}
