package io.deskpulse.alerting.route.document;

import io.deskpulse.alerting.inhibition.InhibitRule;
import io.deskpulse.alerting.matching.Matchers;
import io.deskpulse.alerting.oncall.Known;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.timing.TimeInterval;
import io.deskpulse.alerting.timing.TimeIntervalReader;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a routing document. What is wrong is an InvalidMember that points to it. Stateless. */
public final class RoutingReader {
    private static final int MOST_RULES = 200;
    private static final int MOST_INTERVALS = 200;
    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}";

    private RoutingReader() {}

    /** Reads a document that names what is known; an answer of ours can be sent back as it is. */
    public static Routing read(Members members, long version, Known known) {
        members.only(Set.of("route", "inhibitRules", "timeIntervals", "version"));
        Map<String, TimeInterval> intervals = intervals(members);
        return new Routing(
                version,
                new RouteReader(intervals.keySet(), known).root(members.requiredObject("route")),
                rules(members),
                intervals);
    }

    private static List<InhibitRule> rules(Members members) {
        if (!members.has("inhibitRules")) {
            return List.of();
        }
        List<InhibitRule> rules = members.objects("inhibitRules", RoutingReader::rule);
        if (rules.size() > MOST_RULES) {
            throw new InvalidMember(members.at("inhibitRules"), "Use at most " + MOST_RULES + " rules.");
        }
        return rules;
    }

    private static InhibitRule rule(Members rule) {
        rule.only(Set.of("sourceMatchers", "targetMatchers", "equal"));
        return new InhibitRule(
                required(rule, "sourceMatchers"),
                required(rule, "targetMatchers"),
                rule.has("equal") ? rule.texts("equal") : List.of());
    }

    /** A side without matchers would be every alert. */
    private static Matchers required(Members rule, String name) {
        Matchers matchers = Matchers.read(rule, name);
        if (matchers.all().isEmpty()) {
            throw new InvalidMember(rule.at(name), "Give at least one matcher.");
        }
        return matchers;
    }

    private static Map<String, TimeInterval> intervals(Members members) {
        Map<String, TimeInterval> intervals = new LinkedHashMap<>();
        if (members.has("timeIntervals")) {
            members.objects("timeIntervals", interval -> {
                interval.only(Set.of("name", "intervals"));
                String name = interval.requiredText("name");
                if (!name.matches(NAME) || intervals.containsKey(name)) {
                    throw new InvalidMember(
                            interval.at("name"), "Give each a name of its own, of up to 63 letters, digits, - and _.");
                }
                return intervals.put(name, TimeIntervalReader.read(interval, "intervals", ZoneOffset.UTC));
            });
        }
        if (intervals.size() > MOST_INTERVALS) {
            throw new InvalidMember(members.at("timeIntervals"), "Use at most " + MOST_INTERVALS + " intervals.");
        }
        return intervals;
    }
}
