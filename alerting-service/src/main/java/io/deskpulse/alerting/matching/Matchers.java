package io.deskpulse.alerting.matching;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Matchers that have to hold all; none hold always. Immutable. */
public record Matchers(List<Matcher> all) {
    /** Holds always. */
    public static final Matchers NONE = new Matchers(List.of());

    private static final int MOST = 20;

    public Matchers {
        all = List.copyOf(all);
    }

    public boolean match(Labels labels) {
        return all.stream().allMatch(matcher -> matcher.matches(labels));
    }

    /** Reads an array of matchers; none where it is absent. */
    public static Matchers read(Members members, String name) {
        if (!members.has(name)) {
            return NONE;
        }
        List<String> texts = members.texts(name);
        if (texts.size() > MOST) {
            throw new InvalidMember(members.at(name), "Use at most " + MOST + " matchers.");
        }
        List<Matcher> read = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                read.add(Matcher.parse(texts.get(i)));
            } catch (IllegalArgumentException e) {
                throw new InvalidMember(members.at(name) + "/" + i, e.getMessage());
            }
        }
        return new Matchers(read);
    }

    /** As matchers read them. */
    public List<String> texts() {
        return all.stream().map(Matcher::toString).toList();
    }

    /** The same for the same matchers in whatever order, such as {@code {queue="vip",severity="critical"}}. */
    @Override
    public String toString() {
        return all.stream()
                .map(Matcher::toString)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
