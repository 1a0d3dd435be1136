package io.deskpulse.survey.page;

import io.deskpulse.survey.identity.Identities;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** Makes pages that tell one thing, without script. Thread-safe. */
@Singleton
public class Notices {
    private final Identities identities;

    Notices(Identities identities) {
        this.identities = identities;
    }

    /** The template {@code Notices/Telling.html}. */
    record Telling(String language, String nonce, String title, String text) implements TemplateInstance {}

    /** The template {@code Notices/Asking.html}. */
    record Asking(String language, String nonce, String title, String text, String button)
            implements TemplateInstance {}

    /** The same with a button that posts back to the address of the page. */
    public Page ask(Notice notice, String button, Tongue tongue) {
        Notice.Words words = notice.in(tongue);
        String nonce = identities.secret();
        String html = new Asking(tongue.tag(), nonce, words.title(), words.text(), button).render();
        return new Page(tongue.tag(), html, Page.strictPolicy(nonce));
    }

    public Page tell(Notice notice, Tongue tongue) {
        Notice.Words words = notice.in(tongue);
        // A secret is as good a nonce as any: nobody can guess it.
        String nonce = identities.secret();
        String html = new Telling(tongue.tag(), nonce, words.title(), words.text()).render();
        return new Page(tongue.tag(), html, Page.strictPolicy(nonce));
    }
}
