package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.receiver.Notification;
import java.util.List;
import java.util.TreeSet;

/** Names of the alerts that a notification says are firing and ended. */
record What(TreeSet<String> firing, TreeSet<String> ended) {
    What andResolved(String... names) {
        return new What(firing, new TreeSet<>(List.of(names)));
    }

    static What of(Notification notification) {
        return new What(names(notification, true), names(notification, false));
    }

    private static TreeSet<String> names(Notification notification, boolean firing) {
        TreeSet<String> names = new TreeSet<>();
        notification.alerts().stream()
                .filter(alert -> alert.state().active() == firing)
                .forEach(alert -> names.add(alert.labels().get("name")));
        return names;
    }
}
