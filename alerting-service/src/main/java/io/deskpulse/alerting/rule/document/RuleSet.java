package io.deskpulse.alerting.rule.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several rules in one document: {@code {"rules": [...]}}. */
public sealed interface RuleSet {
    /** The member that holds them. */
    String RULES = "rules";

    /** All of them can be evaluated, and no two have the same id. */
    record Sound(List<Rule> rules) implements RuleSet {
        public Sound {
            rules = List.copyOf(rules);
        }
    }

    /** All that is wrong with any of them; never empty. */
    record Faulty(List<RuleFault> faults) implements RuleSet {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** The rules of a tenant that a document holds, or all that is wrong with them. */
    static RuleSet read(RuleReader reader, String tenant, Document document) {
        if (!(document instanceof Document.Tree tree)) {
            return new Faulty(List.of(((Document.Unreadable) document).fault()));
        }
        List<RuleFault> faults = new ArrayList<>();
        Part part = Part.of(tree.root(), "", faults).only(List.of(RULES));
        return part.has(RULES) || faults.isEmpty() ? read(reader, tenant, part, faults) : new Faulty(faults);
    }

    /** The rules of a tenant in the member {@code rules} of an object; {@code faults} are those that are known of it. */
    static RuleSet read(RuleReader reader, String tenant, Part part, List<RuleFault> faults) {
        JsonNode all = part.find(RULES).orElse(JsonNodeFactory.instance.nullNode());
        if (!all.isArray()) {
            part.fault(RULES, "Write an array of rules.");
        }
        List<Rule> rules = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            String pointer = part.at(RULES) + "/" + i;
            Reading reading = reader.read(tenant, all.get(i), pointer);
            if (reading instanceof Reading.Faulty faulty) {
                faults.addAll(faulty.faults());
            } else if (reading instanceof Reading.Sound sound) {
                rules.add(sound.rule());
                Integer other = places.putIfAbsent(sound.rule().id(), i);
                if (other != null) {
                    faults.add(new RuleFault(pointer + "/id", "Rule number " + (other + 1) + " has this id as well."));
                }
            }
        }
        return faults.isEmpty() ? new Sound(rules) : new Faulty(faults);
    }

    /** The document that holds them. */
    static ObjectNode write(Collection<Rule> rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode all = json.putArray(RULES);
        rules.forEach(rule -> all.add(RuleWriter.write(rule)));
        return json;
    }
}
