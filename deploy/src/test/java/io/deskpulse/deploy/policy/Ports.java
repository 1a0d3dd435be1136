package io.deskpulse.deploy.policy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Optional;

/** Finds out which port of a container is meant. */
final class Ports {
    private Ports() {}

    /** The number of a port by number or name; empty where the container names none like it. */
    static Optional<Integer> number(Container container, IntOrString port) {
        return container.getPorts().stream()
                .filter(each -> port != null
                        && (each.getContainerPort().equals(port.getIntVal())
                                || each.getName() != null && each.getName().equals(port.getStrVal())))
                .map(each -> each.getContainerPort())
                .findFirst();
    }

    static String text(IntOrString port) {
        return port == null ? "none" : String.valueOf(port.getValue());
    }
}
