package io.deskpulse.survey.delivery.mail;

import io.deskpulse.survey.delivery.Carrier;
import io.deskpulse.survey.delivery.Letter;
import io.deskpulse.survey.delivery.OurWords;
import io.deskpulse.survey.delivery.Outcome;
import io.deskpulse.survey.offer.Means;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sends letters as e-mails, in plain text and HTML. */
@ApplicationScoped
class MailCarrier implements Carrier {
    private final ReactiveMailer mailer;
    private final MailSettings settings;

    MailCarrier(ReactiveMailer mailer, MailSettings settings) {
        this.mailer = mailer;
        this.settings = settings;
    }

    /** The template {@code MailCarrier/Html.html}. */
    record Html(Letter letter, OurWords words, String intro, LocalDate lastDay) implements TemplateInstance {}

    /** The template {@code MailCarrier/Plain.txt}. */
    record Plain(Letter letter, OurWords words, String intro, LocalDate lastDay) implements TemplateInstance {}

    @Override
    public Means means() {
        return Means.EMAIL;
    }

    @Override
    public Optional<String> hindrance() {
        return settings.enabled() ? Optional.empty() : Optional.of("email-not-enabled");
    }

    @Override
    public Uni<Outcome> carry(Letter letter) {
        return mailer.send(mail(letter))
                .<Outcome>replaceWith(new Outcome.Sent())
                .onFailure()
                .recoverWithItem(SmtpFaults::outcome);
    }

    private static Mail mail(Letter letter) {
        OurWords words = OurWords.of(letter.tongue());
        String intro = letter.intro() == null ? words.intro() : letter.intro();
        LocalDate lastDay = LocalDate.ofInstant(letter.expiresAt(), ZoneOffset.UTC);
        return new Mail()
                .addTo(letter.to().value())
                .setSubject(letter.subject())
                .setText(new Plain(letter, words, intro, lastDay).render())
                .setHtml(new Html(letter, words, intro, lastDay).render())
                // The same each time: what is sent again can be told from what is sent anew.
                .addHeader("Message-ID", "<" + letter.offer() + "@" + host(letter) + ">")
                // RFC 8058: mail programs show a button that posts there, without opening anything.
                .addHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", letter.language());
    }

    private static String host(Letter letter) {
        String host = URI.create(letter.link()).getHost();
        return host == null ? "deskpulse.invalid" : host;
    }
}
