package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A pod that names a ConfigMap, a volume or a priority that is not there never starts. */
final class References implements Policy {

    @Override
    public String name() {
        return "what pods refer to is there";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : objects.workloads()) {
            for (Volume volume : workload.spec().getVolumes()) {
                var map = volume.getConfigMap();
                if (map != null && objects.find("ConfigMap", map.getName()).isEmpty()) {
                    faults.add(workload.id() + ": there is no ConfigMap/" + map.getName());
                }
            }
            String priority = workload.spec().getPriorityClassName();
            if (priority != null && objects.find("PriorityClass", priority).isEmpty()) {
                faults.add(workload.id() + ": there is no PriorityClass/" + priority);
            }
            mounts(workload)
                    .filter(name -> !volumes(workload).contains(name))
                    .forEach(name -> faults.add(workload.id() + ": mounts " + name + ", which is no volume of it"));
        }
        return faults;
    }

    private static Stream<String> mounts(Workload workload) {
        return workload.containers().stream()
                .flatMap(each -> each.getVolumeMounts().stream())
                .map(VolumeMount::getName)
                .distinct();
    }

    private static List<String> volumes(Workload workload) {
        List<String> names = new ArrayList<>();
        workload.spec().getVolumes().forEach(each -> names.add(each.getName()));
        workload.manifest()
                .at("/spec/volumeClaimTemplates")
                .forEach(each -> names.add(each.at("/metadata/name").asText()));
        return names;
    }
}
