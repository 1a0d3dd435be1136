package io.deskpulse.survey.definition;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is asked: for each dimension named, those with one of these values. A language without a region ({@code zh}) takes in
 * those with one ({@code zh-cn}). Whoever has no known value is not asked. Immutable.
 */
public record Conditions(Map<Dimension, Set<String>> values) {
    private static final int MAX_VALUES = 100;
    private static final int LONGEST = 64;

    /** Everyone. */
    public static final Conditions NONE = new Conditions(Map.of());

    public Conditions {
        Map<Dimension, Set<String>> folded = new EnumMap<>(Dimension.class);
        values.forEach((dimension, named) -> folded.put(dimension, folded(dimension, named)));
        values = Collections.unmodifiableMap(folded);
    }

    /** Whether someone with this value is asked; {@code value} is null where it is not known. */
    public boolean meets(Dimension dimension, String value) {
        Set<String> named = values.get(dimension);
        if (named == null) {
            return true;
        }
        if (value == null) {
            return false;
        }
        String found = Dimension.folded(value);
        return named.contains(found) || dimension == Dimension.LANGUAGE && named.contains(Wording.base(found));
    }

    private static Set<String> folded(Dimension dimension, Set<String> named) {
        String pointer = "/" + dimension.wire();
        Rules.size(pointer, named.size(), 1, MAX_VALUES);
        Set<String> folded = new LinkedHashSet<>();
        int index = 0;
        for (String value : named) {
            folded.add(checked(pointer + "/" + index++, value));
        }
        return Collections.unmodifiableSet(folded);
    }

    static String checked(String pointer, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new InvalidSurvey(pointer, "Send 1 to " + LONGEST + " characters.");
        }
        return Dimension.folded(value);
    }
}
