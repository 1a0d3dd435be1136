package io.deskpulse.deploy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.settings.KnownSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** More instances than partitions do nothing; and scaling goes on when nobody can be asked for the lag. */
final class Scaling implements Policy {

    @Override
    public String name() {
        return "what is scaled is there, once, with a fallback, and never beyond the partitions";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        Set<String> scaled = new HashSet<>();
        for (Manifest scaler : objects.all()) {
            if (scaler.kind().equals("ScaledObject") || scaler.kind().equals("HorizontalPodAutoscaler")) {
                target(objects, scaler, scaled, faults);
            }
        }
        objects.of("ScaledObject").forEach(scaler -> lag(objects, scaler, faults));
        return faults;
    }

    private static void target(Objects objects, Manifest scaler, Set<String> scaled, List<String> faults) {
        String target = scaler.at("/spec/scaleTargetRef/name").asText();
        var workload = objects.find("Deployment", target);
        if (workload.isEmpty()) {
            faults.add(scaler.id() + ": there is no Deployment/" + target);
        } else if (!workload.get().at("/spec/replicas").isMissingNode()) {
            faults.add(scaler.id() + ": Deployment/" + target
                    + " says its replicas itself, so each apply undoes what was scaled");
        }
        if (!scaled.add(target)) {
            faults.add(scaler.id() + ": Deployment/" + target + " is scaled by something else too");
        }
    }

    private static void lag(Objects objects, Manifest scaler, List<String> faults) {
        String target = scaler.at("/spec/scaleTargetRef/name").asText();
        int most = scaler.at("/spec/maxReplicaCount").asInt(100);
        if (scaler.at("/spec/fallback/replicas").asInt() < 1) {
            faults.add(scaler.id() + ": has no fallback for when the lag cannot be asked for");
        }
        for (JsonNode trigger : scaler.at("/spec/triggers")) {
            if (!trigger.at("/type").asText().contains("kafka")) {
                continue;
            }
            String topic = trigger.at("/metadata/topic").asText();
            int partitions = objects.find("KafkaTopic", topic)
                    .map(each -> each.at("/spec/partitions").asInt())
                    .orElse(0);
            if (partitions == 0) {
                faults.add(scaler.id() + ": asks for the lag of " + topic + ", which is no KafkaTopic");
            } else if (most > partitions) {
                faults.add(scaler.id() + ": scales to " + most + " instances, which share " + partitions
                        + " partitions of " + topic);
            }
            String group = trigger.at("/metadata/consumerGroup").asText();
            if (!KnownSettings.of(target).presets(".group").containsValue(group)) {
                faults.add(scaler.id() + ": asks for the lag of the group " + group + ", which is none of " + target);
            }
        }
    }
}
