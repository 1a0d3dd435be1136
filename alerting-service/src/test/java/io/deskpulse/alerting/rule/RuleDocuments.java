package io.deskpulse.alerting.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.rule.document.Document;
import io.deskpulse.alerting.rule.document.Reading;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.catalogue.definition.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules as people write them, for tests. */
public final class RuleDocuments {
    /** Says as little as a rule can. */
    public static final String SHORT =
            """
            id: bot-resolution
            metric: resolution_rate
            by: [variant]
            condition: {type: threshold, operator: "<", limit: 0.7}
            """;

    /** Fires always, in JSON. */
    public static final String DEAD = "{\"id\":\"dead\",\"condition\":{\"type\":\"always\"}}";

    public static final Catalogue CATALOGUE = Catalogue.load();
    private static final RuleReader READER = new RuleReader(CATALOGUE);

    private RuleDocuments() {}

    /** What comes of a rule in YAML. */
    public static Reading reading(String yaml) {
        return READER.read("shop", Document.yaml(yaml.getBytes(UTF_8)));
    }

    /** The rule of tenant shop that stands there. */
    public static Rule rule(String yaml) {
        Reading reading = reading(yaml);
        if (reading instanceof Reading.Sound sound) {
            return sound.rule();
        }
        throw new IllegalArgumentException(((Reading.Faulty) reading).faults().toString());
    }

    /** What is wrong with the rule, by pointer. */
    public static Map<String, String> faults(String yaml) {
        List<RuleFault> faults = reading(yaml) instanceof Reading.Faulty faulty ? faulty.faults() : List.of();
        return faults.stream()
                .collect(Collectors.toMap(RuleFault::pointer, RuleFault::detail, (one, other) -> one + " | " + other));
    }
}
