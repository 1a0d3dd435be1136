package io.deskpulse.alerting.rule.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.document.Document;
import io.deskpulse.alerting.rule.document.Reading;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.document.RuleSet;
import jakarta.inject.Singleton;
import java.util.List;

/** Rules in bodies of requests, JSON and YAML alike. Thread-safe. */
@Singleton
class RuleBody {
    static final String YAML = "application/yaml";
    static final String X_YAML = "application/x-yaml";

    private final RuleReader reader;

    RuleBody(RuleReader reader) {
        this.reader = reader;
    }

    /** The rule that a body is. */
    Rule rule(String tenant, String contentType, byte[] body) {
        return sound(reader.read(tenant, document(contentType, body)));
    }

    /** The rule that a body is, which must have the id of its address, or none. */
    Rule rule(String tenant, String id, String contentType, byte[] body) {
        Document document = document(contentType, body);
        if (document instanceof Document.Tree tree && tree.root() instanceof ObjectNode root) {
            if (!root.hasNonNull("id")) {
                root.put("id", id);
            } else if (!root.get("id").asText().equals(id)) {
                throw RuleProblems.invalid(List.of(
                        new RuleFault("/id", "It is not that of the address; leave it out, or write " + id + ".")));
            }
        }
        return sound(reader.read(tenant, document));
    }

    /** The rules that a body holds: {@code {"rules": [...]}}, or one rule by itself. */
    List<Rule> rules(String tenant, String contentType, byte[] body) {
        Document document = document(contentType, body);
        if (document instanceof Document.Tree tree && tree.root().has("condition")) {
            return List.of(sound(reader.read(tenant, document)));
        }
        RuleSet read = RuleSet.read(reader, tenant, document);
        if (read instanceof RuleSet.Faulty faulty) {
            throw RuleProblems.invalid(faulty.faults());
        }
        return ((RuleSet.Sound) read).rules();
    }

    private static Document document(String contentType, byte[] body) {
        boolean json = contentType == null || contentType.startsWith("application/json");
        return json ? Document.json(body) : Document.yaml(body);
    }

    private static Rule sound(Reading reading) {
        if (reading instanceof Reading.Faulty faulty) {
            throw RuleProblems.invalid(faulty.faults());
        }
        return ((Reading.Sound) reading).rule();
    }
}
