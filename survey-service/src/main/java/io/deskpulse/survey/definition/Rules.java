package io.deskpulse.survey.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The limits that parts of a definition keep. Stateless. */
final class Rules {
    static final int MAX_QUESTIONS = 50;
    static final int MAX_CHOICES = 50;
    static final int MAX_ASPECTS = 20;
    static final int MAX_LANGUAGES = 30;
    static final int MAX_WORDING = 2_000;
    /** What one event can carry. */
    static final int MAX_WRITTEN = 8_000;

    /** As long as the id of an event of an offer, a question, an aspect and a revision has room for. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private Rules() {}

    static void id(String pointer, String id) {
        if (!ID.matcher(id).matches()) {
            throw new InvalidSurvey(pointer, "Send 1 to 40 of a-z, 0-9, - and _, beginning with a letter or digit.");
        }
    }

    static void size(String pointer, int size, int least, int most) {
        if (size < least || size > most) {
            throw new InvalidSurvey(pointer, "Send " + least + " to " + most + " of them.");
        }
    }

    /** Throws where two of them have the same id; points to the second. */
    static <T> void distinct(String pointer, List<T> parts, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!seen.add(id.apply(parts.get(i)))) {
                throw new InvalidSurvey(pointer + "/" + i + "/id", "This id is taken already; give it another one.");
            }
        }
    }

    /** Throws where a text lacks the language that others fall back to. */
    static void spoken(String pointer, Wording wording, String language) {
        if (wording != null && !wording.speaks(language)) {
            throw new InvalidSurvey(
                    pointer, "Add the text in the default language: others fall back to it where they lack one.");
        }
    }
}
