package io.deskpulse.alerting.conversation.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.conversation.ConversationRules;
import io.deskpulse.alerting.conversation.Kind;
import io.deskpulse.alerting.conversation.Watch;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of a tenant as JSON. Stateless. */
public final class RulesDocument {
    private static final Map<String, Severity> SEVERITIES = Arrays.stream(Severity.values())
            .collect(Collectors.toMap(severity -> severity.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final Duration ENDS_AFTER = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_LABELS = 20;
    private static final int MOST_TIMES = 20;
    /** What an alert of a conversation is known by is not for rules to set. */
    private static final Set<String> OURS =
            Set.of(Labels.NAME, Labels.SEVERITY, "conversation", "channel", "scene", "handler");

    private static final Set<String> COMMON = Set.of("severity", "labels", "scenes", "channels", "endsAfter");

    private RulesDocument() {}

    /** Throws {@link InvalidMember} where it is none. */
    public static Map<Kind, Watch> read(byte[] body) {
        Members members = Members.of(body)
                .only(Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.toSet()));
        Map<Kind, Watch> watches = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            members.object(kind.word()).ifPresent(watch -> watches.put(kind, watch(kind, watch)));
        }
        return watches;
    }

    public static ObjectNode write(ConversationRules rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(rules.watches()).forEach((kind, watch) -> write(json.putObject(kind.word()), kind, watch));
        return json;
    }

    private static Watch watch(Kind kind, Members watch) {
        Set<String> known = new HashSet<>(COMMON);
        known.add(limitName(kind));
        watch.only(known);
        Duration ends = duration(watch, "endsAfter", ENDS_AFTER);
        return new Watch(
                limit(kind, watch),
                watch.oneOf("severity", SEVERITIES).orElse(Severity.WARNING),
                labels(watch),
                names(watch, "scenes"),
                names(watch, "channels"),
                ends);
    }

    private static String limitName(Kind kind) {
        return switch (kind) {
            case NEGATIVE_EMOTION -> "below";
            case REPEATED_QUESTION -> "times";
            case LONG_WAIT -> "after";
        };
    }

    private static double limit(Kind kind, Members watch) {
        return switch (kind) {
            case NEGATIVE_EMOTION ->
                within(watch, "below", watch.number("below").orElse(-0.5), -1, 1);
            case REPEATED_QUESTION ->
                within(watch, "times", watch.integer("times").orElse(3), 2, MOST_TIMES);
            case LONG_WAIT -> duration(watch, "after", Duration.ofMinutes(5)).toMillis() / 1000.0;
        };
    }

    private static double within(Members watch, String name, double value, double least, double most) {
        if (value < least || value > most) {
            throw new InvalidMember(watch.at(name), "Send a number from " + (int) least + " to " + (int) most + ".");
        }
        return value;
    }

    private static Duration duration(Members watch, String name, Duration usual) {
        String rule = "Send an ISO 8601 duration from PT1S to P1D.";
        Duration given = watch.parsed(name, Duration::parse, rule).orElse(usual);
        if (given.compareTo(Duration.ofSeconds(1)) < 0 || given.compareTo(LONGEST) > 0) {
            throw new InvalidMember(watch.at(name), rule);
        }
        return given;
    }

    private static Map<String, String> labels(Members watch) {
        Map<String, String> labels =
                watch.object("labels").map(Members::allTexts).orElse(Map.of());
        String at = watch.at("labels");
        if (labels.size() > MOST_LABELS || labels.keySet().stream().anyMatch(OURS::contains)) {
            throw new InvalidMember(
                    at, "Send at most " + MOST_LABELS + " labels, of other names than " + new TreeSet<>(OURS) + ".");
        }
        try {
            return Labels.of(labels).values();
        } catch (IllegalArgumentException e) {
            throw new InvalidMember(at, "Name labels by letters, digits and _.");
        }
    }

    /** Dimension values, which are trimmed and lower-cased wherever they come from. */
    private static Set<String> names(Members watch, String name) {
        return watch.has(name)
                ? watch.texts(name).stream()
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static void write(ObjectNode json, Kind kind, Watch watch) {
        switch (kind) {
            case NEGATIVE_EMOTION -> json.put("below", watch.limit());
            case REPEATED_QUESTION -> json.put("times", (int) watch.limit());
            case LONG_WAIT ->
                json.put(
                        "after",
                        Duration.ofMillis((long) (watch.limit() * 1000)).toString());
        }
        json.put("severity", watch.severity().name().toLowerCase(Locale.ROOT));
        ObjectNode labels = json.putObject("labels");
        new TreeMap<>(watch.labels()).forEach(labels::put);
        new TreeSet<>(watch.scenes()).forEach(json.putArray("scenes")::add);
        new TreeSet<>(watch.channels()).forEach(json.putArray("channels")::add);
        json.put("endsAfter", watch.endsAfter().toString());
    }
}
