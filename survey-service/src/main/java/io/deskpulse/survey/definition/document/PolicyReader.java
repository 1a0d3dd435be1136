package io.deskpulse.survey.definition.document;

import static io.deskpulse.survey.definition.document.DefinitionReader.located;

import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.definition.Conditions;
import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.Sampling;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy from its JSON. Stateless. */
final class PolicyReader {
    private static final Set<String> MEMBERS =
            Set.of("ask", "conditions", "means", "delay", "sampling", "again", "exempt");
    private static final Set<String> SAMPLING = Set.of("percent", "by", "strata");
    private static final Map<String, Dimension> DIMENSIONS =
            Arrays.stream(Dimension.values()).collect(Collectors.toMap(Dimension::wire, dimension -> dimension));

    private PolicyReader() {}

    static Policy read(Members policy) {
        policy.only(MEMBERS);
        Policy.Ask ask = policy.oneOf("ask", Policy.Ask.BY_WIRE).orElse(Policy.STANDARD.ask());
        Conditions conditions =
                policy.object("conditions").map(PolicyReader::conditions).orElse(Conditions.NONE);
        Policy.By by = policy.oneOf("means", Policy.By.BY_WIRE).orElse(Policy.STANDARD.by());
        Duration delay = policy.parsed("delay", Duration::parse, "Send an ISO 8601 duration from PT0S to P7D.")
                .orElse(Duration.ZERO);
        Sampling sampling =
                policy.object("sampling").map(PolicyReader::sampling).orElse(Sampling.EVERYONE);
        var again = policy.parsed("again", Duration::parse, "Send an ISO 8601 duration from PT1M to P366D.");
        boolean exempt = policy.flag("exempt").orElse(false);
        return located(policy.pointer(), () -> new Policy(ask, conditions, by, delay, sampling, again, exempt));
    }

    private static Conditions conditions(Members conditions) {
        conditions.only(DIMENSIONS.keySet());
        Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
        DIMENSIONS.forEach((name, dimension) -> {
            if (conditions.has(name)) {
                values.put(dimension, new LinkedHashSet<>(conditions.texts(name)));
            }
        });
        return located(conditions.pointer(), () -> new Conditions(values));
    }

    private static Sampling sampling(Members sampling) {
        sampling.only(SAMPLING);
        double percent = sampling.number("percent").orElse(Sampling.EVERYONE.percent());
        var by = sampling.oneOf("by", DIMENSIONS);
        Map<String, Double> strata =
                sampling.object("strata").map(Members::allNumbers).orElse(Map.of());
        return located(sampling.pointer(), () -> new Sampling(percent, by, strata));
    }
}
