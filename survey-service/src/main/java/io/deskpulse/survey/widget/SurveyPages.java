package io.deskpulse.survey.widget;

import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.link.HostedPage;
import io.deskpulse.survey.link.Link;
import io.deskpulse.survey.page.Page;
import io.deskpulse.survey.page.Tongue;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** The page behind a link: nothing but the widget, which opens the offer itself. Thread-safe. */
@Singleton
class SurveyPages implements HostedPage {
    /** Only what comes from this service, and nothing that stands in the page itself. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    /** The template {@code SurveyPages/Asking.html}. */
    record Asking(String language, String title, String loading, String failure, String again, String noScript)
            implements TemplateInstance {}

    @Override
    public Page of(Link.Open link) {
        String language = link.offer().context().language();
        String html = asking(language, link.definition()).render();
        return new Page(language, html, POLICY);
    }

    private static Asking asking(String language, Definition definition) {
        boolean chinese = Tongue.of(language) == Tongue.ZH_CN;
        String title = definition.title() == null
                ? chinese ? "问卷" : "Survey"
                : definition.title().in(language, definition.defaultLanguage());
        return chinese
                ? new Asking(language, title, "正在加载……", "问卷暂时无法显示，您的链接仍然有效。", "重试", "回答此问卷需要启用 JavaScript。")
                : new Asking(
                        language,
                        title,
                        "Loading …",
                        "The survey cannot be shown right now. Your link stays valid.",
                        "Try again",
                        "Please switch JavaScript on to answer this survey.");
    }
}
