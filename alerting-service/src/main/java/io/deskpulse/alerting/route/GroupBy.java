package io.deskpulse.alerting.route;

import io.deskpulse.alerting.alert.Labels;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which alerts are told together: those with the same values of these labels. Immutable.
 *
 * @param all each alert for itself: all of its labels
 * @param labels their names; none: all alerts of the route together
 */
public record GroupBy(boolean all, List<String> labels) {
    /** Stands for all labels. */
    public static final String ALL = "...";

    public GroupBy {
        labels = List.copyOf(labels);
    }

    public static GroupBy of(List<String> names) {
        return names.contains(ALL) ? new GroupBy(true, List.of()) : new GroupBy(false, names);
    }

    /** The labels that an alert shares with its group. */
    public SortedMap<String, String> of(Labels alert) {
        if (all) {
            return alert.values();
        }
        SortedMap<String, String> shared = new TreeMap<>();
        for (String name : labels) {
            String value = alert.get(name);
            if (!value.isEmpty()) {
                shared.put(name, value);
            }
        }
        return shared;
    }

    /** As documents have it. */
    public List<String> names() {
        return all ? List.of(ALL) : labels;
    }
}
