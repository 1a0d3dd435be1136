package io.deskpulse.alerting.receiver.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A parser of webhook bodies as strict as Alertmanager's document of version 4 allows
 * (prometheus.io/docs/alerting/latest/configuration/#webhook_config): all members, no other but {@code deskpulse}, and their types.
 */
final class AlertmanagerBody {
    private static final Set<String> MEMBERS = Set.of(
            "version",
            "groupKey",
            "truncatedAlerts",
            "status",
            "receiver",
            "groupLabels",
            "commonLabels",
            "commonAnnotations",
            "externalURL",
            "alerts");
    private static final Set<String> OF_ALERT =
            Set.of("status", "labels", "annotations", "startsAt", "endsAt", "generatorURL", "fingerprint");

    private AlertmanagerBody() {}

    static JsonNode parse(String body) throws IOException {
        JsonNode json = new ObjectMapper().readTree(body);
        List<String> members = names(json);
        members.remove("deskpulse");
        assertThat(members).containsExactlyInAnyOrderElementsOf(MEMBERS);
        assertThat(json.get("version").textValue()).isEqualTo("4");
        assertThat(json.get("groupKey").isTextual()).isTrue();
        assertThat(json.get("truncatedAlerts").isIntegralNumber()).isTrue();
        assertThat(json.get("status").textValue()).isIn("firing", "resolved");
        assertThat(json.get("receiver").isTextual()).isTrue();
        for (String map : List.of("groupLabels", "commonLabels", "commonAnnotations")) {
            texts(json.get(map));
        }
        assertThat(json.get("externalURL").isTextual()).isTrue();
        assertThat(json.get("alerts").isArray()).isTrue();
        json.get("alerts").forEach(AlertmanagerBody::alert);
        return json;
    }

    private static void alert(JsonNode alert) {
        assertThat(names(alert)).containsExactlyInAnyOrderElementsOf(OF_ALERT);
        assertThat(alert.get("status").textValue()).isIn("firing", "resolved");
        texts(alert.get("labels"));
        texts(alert.get("annotations"));
        OffsetDateTime starts = OffsetDateTime.parse(alert.get("startsAt").textValue());
        OffsetDateTime ends = OffsetDateTime.parse(alert.get("endsAt").textValue());
        assertThat(ends.isAfter(starts))
                .isEqualTo(alert.get("status").textValue().equals("resolved"));
        assertThat(alert.get("generatorURL").isTextual()).isTrue();
        assertThat(alert.get("fingerprint").textValue()).matches("[0-9a-f]{16}");
    }

    private static void texts(JsonNode map) {
        assertThat(map.isObject()).isTrue();
        map.forEach(value -> assertThat(value.isTextual()).isTrue());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
