package io.deskpulse.alerting.alert.link;

import io.deskpulse.alerting.alert.Alert;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the pages behind links, without script. Thread-safe. */
@Singleton
public class AckPages {
    private static final int NONCE_BYTES = 18;
    private static final String CHINESE = "zh-CN";
    private static final String ENGLISH = "en";

    private final SecureRandom random = new SecureRandom();

    /**
     * A page.
     *
     * @param language BCP 47 tag of what it says
     * @param html the whole of it
     * @param contentSecurityPolicy what it may load and do, as the header says it
     */
    public record Page(String language, String html, String contentSecurityPolicy) {}

    /** The template {@code AckPages/Telling.html}; without a button where it is null. */
    record Telling(String language, String nonce, String title, String text, String alert, String button)
            implements TemplateInstance {}

    /** Tells something, without a button. */
    public Page tell(AckNotice notice, String acceptLanguage) {
        return page(notice, acceptLanguage, null, null);
    }

    /** Asks whether to acknowledge, with a button that posts back to the address of the page. */
    public Page ask(Alert alert, String acceptLanguage) {
        boolean chinese = chinese(acceptLanguage);
        String button = chinese ? "我来处理" : "I take care of it";
        return page(AckNotice.OPEN, acceptLanguage, summary(alert, chinese), button);
    }

    private Page page(AckNotice notice, String acceptLanguage, String alert, String button) {
        boolean chinese = chinese(acceptLanguage);
        AckNotice.Words words = notice.in(chinese);
        String language = chinese ? CHINESE : ENGLISH;
        String nonce = nonce();
        String html = new Telling(language, nonce, words.title(), words.text(), alert, button).render();
        return new Page(
                language,
                html,
                "default-src 'none'; style-src 'nonce-" + nonce
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    /** What the alert says of itself, else its name. */
    private static String summary(Alert alert, boolean chinese) {
        Map<String, String> summary = alert.last().annotations().getOrDefault("summary", Map.of());
        return summary.getOrDefault(chinese ? CHINESE : ENGLISH, alert.last().rule());
    }

    private static boolean chinese(String acceptLanguage) {
        try {
            List<Locale.LanguageRange> ranges =
                    acceptLanguage == null ? List.of() : Locale.LanguageRange.parse(acceptLanguage);
            Locale liked = Locale.lookup(ranges, List.of(Locale.CHINESE, Locale.ENGLISH));
            return Locale.CHINESE.equals(liked);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
