package io.deskpulse.alerting.route.document;

import io.deskpulse.alerting.matching.Matchers;
import io.deskpulse.alerting.oncall.Known;
import io.deskpulse.alerting.route.GroupBy;
import io.deskpulse.alerting.route.Pace;
import io.deskpulse.alerting.route.Route;
import io.deskpulse.alerting.route.Target;
import io.deskpulse.alerting.rule.document.Durations;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tree of routes; children have what they leave out from their parent. Used for one document. */
final class RouteReader {
    private static final Set<String> ROOT =
            Set.of("receiver", "policy", "groupBy", "groupWait", "groupInterval", "repeatInterval", "routes");
    private static final Set<String> CHILD = Set.of(
            "receiver",
            "policy",
            "groupBy",
            "groupWait",
            "groupInterval",
            "repeatInterval",
            "routes",
            "matchers",
            "continue",
            "muteTimeIntervals",
            "activeTimeIntervals");
    private static final int MOST = 500;
    private static final int MOST_LABELS = 20;
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration MOST_WAIT = Duration.ofDays(1);
    private static final Duration MOST_REPEAT = Duration.ofDays(366);
    private static final Route STANDARD = new Route(
            "{}",
            new Target.ToReceiver(""),
            Matchers.NONE,
            false,
            GroupBy.of(List.of()),
            Pace.STANDARD,
            Route.Times.ALWAYS,
            List.of());

    private final Set<String> intervals;
    private final Known known;
    private int routes;

    /**
     * A reader.
     *
     * @param intervals names of time intervals
     */
    RouteReader(Set<String> intervals, Known known) {
        this.intervals = intervals;
        this.known = known;
    }

    /** What no other route takes is told at the root, at all times: it has no matchers and is never mute. */
    Route root(Members members) {
        members.only(ROOT);
        if (target(members).isEmpty()) {
            throw new InvalidMember(
                    members.pointer(), "Name the receiver or the policy of whatever no other route takes.");
        }
        return route(members, STANDARD, "{}");
    }

    private Route child(Members members, Route parent, Map<String, Integer> siblings) {
        members.only(CHILD);
        String matchers = Matchers.read(members, "matchers").toString();
        int number = siblings.merge(matchers, 1, Integer::sum);
        return route(members, parent, parent.id() + "/" + matchers + (number == 1 ? "" : "#" + number));
    }

    private Route route(Members members, Route parent, String id) {
        routes++;
        if (routes > MOST) {
            throw new InvalidMember(members.pointer(), "Use at most " + MOST + " routes.");
        }
        Route own = new Route(
                id,
                target(members).orElse(parent.target()),
                Matchers.read(members, "matchers"),
                members.flag("continue").orElse(false),
                groupBy(members).orElse(parent.groupBy()),
                pace(members, parent.pace()),
                new Route.Times(names(members, "muteTimeIntervals"), names(members, "activeTimeIntervals")),
                List.of());
        Map<String, Integer> siblings = new HashMap<>();
        return own.with(
                members.has("routes") ? members.objects("routes", below -> child(below, own, siblings)) : List.of());
    }

    private Optional<Target> target(Members members) {
        Optional<String> receiver = known.receiver(members, "receiver");
        Optional<String> policy = known.policy(members, "policy");
        if (receiver.isPresent() && policy.isPresent()) {
            throw new InvalidMember(members.at("policy"), "Name a receiver or a policy, not both.");
        }
        return receiver.<Target>map(Target.ToReceiver::new).or(() -> policy.map(Target.ToPolicy::new));
    }

    private static Optional<GroupBy> groupBy(Members members) {
        if (!members.has("groupBy")) {
            return Optional.empty();
        }
        List<String> names = members.texts("groupBy");
        if (names.size() > MOST_LABELS || Set.copyOf(names).size() < names.size()) {
            throw new InvalidMember(members.at("groupBy"), "Name up to " + MOST_LABELS + " labels, each once.");
        }
        if (names.contains(GroupBy.ALL) && names.size() > 1) {
            throw new InvalidMember(members.at("groupBy"), "Let ... stand alone: it means all labels.");
        }
        return Optional.of(GroupBy.of(names));
    }

    private static Pace pace(Members members, Pace parent) {
        Duration wait = span(members, "groupWait", parent.groupWait(), Duration.ZERO, MOST_WAIT);
        Duration interval = span(members, "groupInterval", parent.groupInterval(), LEAST_INTERVAL, MOST_WAIT);
        Duration repeat = span(members, "repeatInterval", parent.repeatInterval(), LEAST_INTERVAL, MOST_REPEAT);
        if (repeat.compareTo(interval) < 0) {
            throw new InvalidMember(
                    members.at(members.has("repeatInterval") ? "repeatInterval" : "groupInterval"),
                    "Let repeatInterval be at least groupInterval, which is " + Durations.write(interval) + " here.");
        }
        return new Pace(wait, interval, repeat);
    }

    private static Duration span(Members members, String name, Duration parent, Duration least, Duration most) {
        return members.parsed(
                        name,
                        text -> Durations.read(text)
                                .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0)
                                .orElseThrow(),
                        "Send a length of time from " + Durations.write(least) + " to " + Durations.write(most)
                                + ", such as 30s, 5m or 4h.")
                .orElse(parent);
    }

    private List<String> names(Members members, String name) {
        if (!members.has(name)) {
            return List.of();
        }
        List<String> names = members.texts(name);
        for (int i = 0; i < names.size(); i++) {
            if (!intervals.contains(names.get(i))) {
                throw new InvalidMember(members.at(name) + "/" + i, "Name one of timeIntervals.");
            }
        }
        return names;
    }
}
