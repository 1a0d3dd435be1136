package io.deskpulse.alerting.receiver.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Links;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What a body says beyond Alertmanager: whose it is, by what an alert was judged, and how to acknowledge it. Thread-safe. */
@Singleton
class Extras {
    private final Links links;

    Extras(Links links) {
        this.links = links;
    }

    String externalUrl() {
        return links.externalUrl();
    }

    ObjectNode write(Delivery delivery, List<Alert> alerts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", delivery.notification().id());
        json.put("tenant", delivery.notification().tenant());
        json.put("test", delivery.test());
        json.put("escalation", delivery.notification().escalation());
        ArrayNode all = json.putArray("alerts");
        alerts.forEach(alert -> all.add(alert(alert)));
        return json;
    }

    private ObjectNode alert(Alert alert) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("fingerprint", alert.fingerprint());
        json.put("revision", alert.revision());
        json.put("rule", alert.last().rule());
        json.put("ruleVersion", alert.last().ruleVersion());
        json.put("state", word(alert.state()));
        json.put("reason", word(alert.last().reason()));
        json.put("at", alert.last().at().toString());
        json.put("decidedAt", alert.last().decidedAt().toString());
        ObjectNode group = json.putObject("group");
        new TreeMap<>(alert.last().group()).forEach(group::put);
        json.set("evidence", evidence(alert.last().evidence()));
        ObjectNode annotations = json.putObject("annotations");
        new TreeMap<>(alert.last().annotations()).forEach((name, texts) -> {
            ObjectNode byLanguage = annotations.putObject(name);
            new TreeMap<>(texts).forEach(byLanguage::put);
        });
        ObjectNode addresses = json.putObject("links");
        new TreeMap<>(alert.last().links()).forEach(addresses::put);
        if (alert.state().active()) {
            links.acknowledge(alert).ifPresent(url -> json.put("acknowledge", url));
        }
        alert.acknowledged().ifPresent(done -> {
            ObjectNode acknowledged = json.putObject("acknowledged");
            acknowledged.put("by", done.by());
            acknowledged.put("at", done.at().toString());
        });
        return json;
    }

    private static ObjectNode evidence(Evidence evidence) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        number(json, "value", evidence.value());
        number(json, "low", evidence.low());
        number(json, "high", evidence.high());
        number(json, "numerator", evidence.numerator());
        number(json, "denominator", evidence.denominator());
        if (evidence.sample() != null) {
            json.put("sample", evidence.sample());
        }
        number(json, "limit", evidence.limit());
        number(json, "baseline", evidence.baseline());
        time(json, "from", evidence.from());
        time(json, "to", evidence.to());
        return json;
    }

    private static void number(ObjectNode json, String name, Double value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void time(ObjectNode json, String name, Instant value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    /** {@code NO_DATA} is {@code noData}, as everywhere in JSON. */
    private static String word(Enum<?> constant) {
        String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return word.toString();
    }
}
