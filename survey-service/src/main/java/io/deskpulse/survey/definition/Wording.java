package io.deskpulse.survey.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One text in several languages, by BCP 47 tag; tags keep their order and spelling and are compared without case. Immutable.
 */
public record Wording(Map<String, String> texts) {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    public Wording {
        Rules.size("", texts.size(), 1, Rules.MAX_LANGUAGES);
        texts.forEach(Wording::check);
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** The text in this language: exactly, else in its base language ({@code zh} for {@code zh-TW}), else in the default. */
    public String in(String language, String defaultLanguage) {
        return find(language)
                .or(() -> find(base(language)))
                .or(() -> find(defaultLanguage))
                .orElseThrow(() -> new IllegalStateException("no text in the default language"));
    }

    /** Whether there is a text in exactly this language. */
    public boolean speaks(String language) {
        return find(language).isPresent();
    }

    Set<String> languages() {
        return texts.keySet();
    }

    static boolean isTag(String language) {
        return language.length() <= 64 && TAG.matcher(language).matches();
    }

    static String base(String language) {
        int end = language.indexOf('-');
        return end < 0 ? language : language.substring(0, end);
    }

    private Optional<String> find(String language) {
        String exact = texts.get(language);
        return exact != null
                ? Optional.of(exact)
                : texts.entrySet().stream()
                        .filter(text -> text.getKey().equalsIgnoreCase(language))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static void check(String language, String text) {
        if (!isTag(language)) {
            throw new InvalidSurvey("", "Name each text by a BCP 47 language tag, for example en or zh-CN.");
        }
        if (text.isBlank() || text.codePointCount(0, text.length()) > Rules.MAX_WORDING) {
            throw new InvalidSurvey("/" + language, "Send 1 to " + Rules.MAX_WORDING + " characters.");
        }
    }
}
