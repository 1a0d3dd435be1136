package io.deskpulse.survey.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages in which our own words are there: pages and messages, as opposed to what surveys say. */
public enum Tongue {
    EN("en"),
    ZH_CN("zh-CN");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    /** The tongue of a language tag: Chinese for every Chinese one, else English. */
    public static Tongue of(String language) {
        return spoken(language).orElse(EN);
    }

    /** The one that a reader likes best, by an {@code Accept-Language} header or null; English where they like neither. */
    public static Tongue preferred(String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> spoken(range.getRange()).stream())
                .findFirst()
                .orElse(EN);
    }

    private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
        try {
            return acceptLanguage == null ? List.of() : Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Optional<Tongue> spoken(String language) {
        String base = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return switch (base) {
            case "zh" -> Optional.of(ZH_CN);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
