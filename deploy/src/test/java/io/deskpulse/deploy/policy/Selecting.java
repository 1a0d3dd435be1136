package io.deskpulse.deploy.policy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Map;

/** Label selectors, as Kubernetes understands them. */
final class Selecting {
    private Selecting() {}

    static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return selector != null
                && (selector.getMatchLabels() == null || containsAll(labels, selector.getMatchLabels()))
                && selector.getMatchExpressions().stream().allMatch(each -> {
                    String value = labels.get(each.getKey());
                    return switch (each.getOperator()) {
                        case "In" -> value != null && each.getValues().contains(value);
                        case "NotIn" -> value == null || !each.getValues().contains(value);
                        case "Exists" -> value != null;
                        case "DoesNotExist" -> value == null;
                        default -> false;
                    };
                });
    }

    static boolean containsAll(Map<String, String> labels, Map<String, String> wanted) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }
}
