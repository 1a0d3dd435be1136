package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import java.util.Optional;

/**
 * How many pods a workload has.
 *
 * @param least when there is little to do
 * @param most when there is much
 */
record Replicas(int least, int most) {

    static Replicas of(Workload workload, Objects objects) {
        Optional<Manifest> scaler = objects.all().stream()
                .filter(each ->
                        each.kind().equals("ScaledObject") || each.kind().equals("HorizontalPodAutoscaler"))
                .filter(each -> each.at("/spec/scaleTargetRef/name").asText().equals(workload.name()))
                .findFirst();
        if (scaler.isPresent()) {
            boolean keda = scaler.get().kind().equals("ScaledObject");
            return new Replicas(
                    scaler.get()
                            .at(keda ? "/spec/minReplicaCount" : "/spec/minReplicas")
                            .asInt(1),
                    scaler.get()
                            .at(keda ? "/spec/maxReplicaCount" : "/spec/maxReplicas")
                            .asInt(1));
        }
        int said = workload.manifest().at("/spec/replicas").asInt(1);
        return new Replicas(said, said);
    }
}
