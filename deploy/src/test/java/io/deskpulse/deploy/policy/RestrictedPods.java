package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Pod Security Standard "restricted", and a root file system that nobody writes to. */
final class RestrictedPods implements Policy {

    @Override
    public String name() {
        return "pods are restricted";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Stream.concat(
                        objects.workloads().stream()
                                .flatMap(workload -> pod(workload).map(fault -> workload.id() + ": " + fault)),
                        Containers.check(objects, RestrictedPods::container).stream())
                .toList();
    }

    private static Stream<String> pod(Workload workload) {
        List<String> faults = new ArrayList<>();
        var spec = workload.spec();
        var security = Optional.ofNullable(spec.getSecurityContext());
        if (!security.map(PodSecurityContext::getRunAsNonRoot).orElse(false)) {
            faults.add("securityContext.runAsNonRoot is not true");
        }
        if (security.map(PodSecurityContext::getRunAsUser)
                .filter(user -> user == 0)
                .isPresent()) {
            faults.add("securityContext.runAsUser is root");
        }
        if (security.map(PodSecurityContext::getSeccompProfile)
                .filter(profile -> "RuntimeDefault".equals(profile.getType()))
                .isEmpty()) {
            faults.add("securityContext.seccompProfile is not RuntimeDefault");
        }
        if (on(spec.getHostNetwork()) || on(spec.getHostPID()) || on(spec.getHostIPC())) {
            faults.add("shares the host's network, processes or memory");
        }
        spec.getVolumes().stream()
                .filter(volume -> volume.getHostPath() != null)
                .forEach(volume -> faults.add("volume " + volume.getName() + " is a folder of the host"));
        return faults.stream();
    }

    private static Stream<String> container(Workload workload, Container container) {
        List<String> faults = new ArrayList<>();
        var security = Optional.ofNullable(container.getSecurityContext()).orElseGet(SecurityContext::new);
        if (!Boolean.FALSE.equals(security.getAllowPrivilegeEscalation())) {
            faults.add("allowPrivilegeEscalation is not false");
        }
        if (!on(security.getReadOnlyRootFilesystem())) {
            faults.add("readOnlyRootFilesystem is not true");
        }
        if (on(security.getPrivileged())) {
            faults.add("is privileged");
        }
        var capabilities = Optional.ofNullable(security.getCapabilities());
        if (!capabilities.map(each -> each.getDrop().contains("ALL")).orElse(false)) {
            faults.add("capabilities.drop is not [ALL]");
        }
        if (capabilities.filter(each -> !each.getAdd().isEmpty()).isPresent()) {
            faults.add("adds capabilities");
        }
        return faults.stream();
    }

    private static boolean on(Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
