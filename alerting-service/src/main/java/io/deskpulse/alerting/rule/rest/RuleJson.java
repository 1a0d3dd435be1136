package io.deskpulse.alerting.rule.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.rule.RuleChange;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.RuleVersion;
import io.deskpulse.alerting.rule.document.RuleWriter;
import java.util.List;

/** Rules as answers show them. */
final class RuleJson {
    private RuleJson() {}

    /**
     * A rule as it stands.
     *
     * @param faults what is wrong with it by the catalogue of today
     */
    static ObjectNode rule(RuleVersion version, List<RuleFault> faults) {
        ObjectNode json = version(version);
        version.inFile().ifPresent(file -> json.put("file", file));
        if (!faults.isEmpty()) {
            json.set("errors", RuleProblems.json(faults));
        }
        return json;
    }

    /** A version as it was written. */
    static ObjectNode version(RuleVersion version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("rule", RuleWriter.write(version.rule()));
        json.put("version", version.rule().version());
        json.put("changedAt", version.changedAt().toString());
        json.put("changedBy", version.changedBy());
        return json;
    }

    static ObjectNode imported(List<RuleChange.Saved> all) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var rules = json.putArray("rules");
        all.forEach(saved -> rules.addObject()
                .put("id", saved.version().rule().id())
                .put("version", saved.version().rule().version())
                .put("action", saved.action()));
        return json;
    }
}
