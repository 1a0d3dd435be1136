package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Alerts for tests; the label {@code name} tells them apart. */
final class Firing {
    private Firing() {}

    static Labels labels(String name, String... more) {
        Map<String, String> labels = new TreeMap<>(Map.of(Labels.NAME, "rate", "name", name));
        for (int i = 0; i < more.length; i += 2) {
            labels.put(more[i], more[i + 1]);
        }
        return Labels.of(labels);
    }

    static Alert fires(String tenant, Labels labels, Instant at) {
        return alert(tenant, labels, State.NORMAL, State.FIRING, at, at, null);
    }

    static Alert ends(Alert fired, Instant at) {
        return alert(fired.tenant(), fired.labels(), State.FIRING, State.NORMAL, fired.firedAt(), at, null);
    }

    static Alert acknowledged(Alert fired, Instant at) {
        return alert(
                fired.tenant(),
                fired.labels(),
                State.NORMAL,
                State.FIRING,
                fired.firedAt(),
                fired.firedAt(),
                new Alert.Acknowledgement("ann", at, null));
    }

    private static Alert alert(
            String tenant,
            Labels labels,
            State from,
            State to,
            Instant firedAt,
            Instant at,
            Alert.Acknowledgement acknowledgement) {
        Transition last = new Transition(
                tenant,
                "rate",
                1,
                labels,
                Map.of(),
                Map.of("summary", Map.of("en", "It is low")),
                Map.of(),
                from,
                to,
                to == State.NORMAL ? Reason.RECOVERED : Reason.BREACHED,
                Evidence.NONE,
                at,
                at,
                Duration.ZERO);
        return new Alert(
                labels.fingerprint(tenant),
                1,
                last,
                firedAt,
                firedAt,
                to == State.NORMAL ? at : null,
                acknowledgement,
                Map.of());
    }
}
