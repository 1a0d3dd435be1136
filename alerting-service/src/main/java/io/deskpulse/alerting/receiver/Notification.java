package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.alert.Alert;
import java.util.List;
import java.util.Map;

/**
 * What is to be sent to one receiver: a group of alerts. Immutable.
 *
 * @param id the same each time this is tried; receivers may recognise it
 * @param tenant whose
 * @param receiver id of the receiver
 * @param groupKey stands for the route and the labels of the group
 * @param groupLabels what the alerts are grouped by
 * @param alerts those that fire and those that have ended since it was sent last; the ones that fire first
 * @param truncated how many alerts were left out because there are too many
 * @param escalation level of the escalation, from 1; 0 where there is none
 */
public record Notification(
        String id,
        String tenant,
        String receiver,
        String groupKey,
        Map<String, String> groupLabels,
        List<Alert> alerts,
        int truncated,
        int escalation) {
    public Notification {
        groupLabels = Map.copyOf(groupLabels);
        alerts = List.copyOf(alerts);
    }

    /** Whether any of its alerts still fires. */
    public boolean firing() {
        return alerts.stream().anyMatch(alert -> alert.state().active());
    }
}
