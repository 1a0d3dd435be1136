package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The API server refuses what is not restricted, and all that we apply is where it does. */
final class RestrictedNamespace implements Policy {
    private static final String NAME = "deskpulse";
    private static final Set<String> WITHOUT = Set.of("Namespace", "PriorityClass");

    @Override
    public String name() {
        return "all is in one namespace, which enforces restricted pods";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        for (String mode : List.of("enforce", "audit", "warn")) {
            boolean restricted = objects.find("Namespace", NAME)
                    .map(each -> each.texts("/metadata/labels").get("pod-security.kubernetes.io/" + mode))
                    .filter("restricted"::equals)
                    .isPresent();
            if (!restricted) {
                faults.add("Namespace/" + NAME + ": pod-security.kubernetes.io/" + mode + " is not restricted");
            }
        }
        objects.all().stream()
                .filter(each -> !WITHOUT.contains(each.kind()))
                .filter(each -> !each.at("/metadata/namespace").asText().equals(NAME))
                .map(Manifest::id)
                .forEach(id -> faults.add(id + ": is not in the namespace " + NAME));
        return faults;
    }
}
