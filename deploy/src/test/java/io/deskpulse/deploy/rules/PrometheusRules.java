package io.deskpulse.deploy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The groups of our PrometheusRule. Immutable. */
record PrometheusRules(JsonNode groups) {
    static final Path FOLDER = Path.of("components", "prometheus-operator");
    private static final YAMLMapper YAML = new YAMLMapper();

    static PrometheusRules read() {
        try {
            JsonNode object = YAML.readTree(FOLDER.resolve("rules.yaml").toFile());
            return new PrometheusRules(object.at("/spec/groups"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Prometheus itself reads them. */
    void extractTo(Path file) {
        try {
            YAML.writeValue(file.toFile(), YAML.createObjectNode().set("groups", groups));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> alerts() {
        return rules("alert");
    }

    List<JsonNode> records() {
        return rules("record");
    }

    private List<JsonNode> rules(String kind) {
        List<JsonNode> rules = new ArrayList<>();
        groups.forEach(group -> group.path("rules").forEach(rule -> {
            if (rule.has(kind)) {
                rules.add(rule);
            }
        }));
        return rules;
    }

    List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>(alerts());
        all.addAll(records());
        return all;
    }
}
