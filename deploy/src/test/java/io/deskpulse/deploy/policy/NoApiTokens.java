package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import java.util.ArrayList;
import java.util.List;

/** Nothing of ours asks the API server for anything: a token there helps only who broke in. */
final class NoApiTokens implements Policy {

    @Override
    public String name() {
        return "no pod gets a token for the API server, and each has an account of its own";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : objects.workloads()) {
            if (!Boolean.FALSE.equals(workload.spec().getAutomountServiceAccountToken())) {
                faults.add(workload.id() + ": automountServiceAccountToken is not false");
            }
            String account = workload.spec().getServiceAccountName();
            if (account == null || objects.find("ServiceAccount", account).isEmpty()) {
                faults.add(workload.id() + ": its service account " + account + " is not among the objects");
            }
        }
        return faults;
    }
}
