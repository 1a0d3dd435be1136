package io.deskpulse.alerting.receiver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Links;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.Settings;
import io.deskpulse.alerting.receiver.text.Cut;
import io.deskpulse.alerting.receiver.text.Medium;
import io.deskpulse.alerting.receiver.text.Room;
import io.deskpulse.alerting.receiver.text.Written;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** E-mails in plain text and HTML. Those of one group refer to the same message, so that mail programs show them as one thread. */
@Singleton
class MailRoom implements Room {
    private static final int MOST_CHARACTERS = 100_000;

    private final Mailer mailer;
    private final MailSettings settings;
    private final Links links;

    MailRoom(Mailer mailer, MailSettings settings, Links links) {
        this.mailer = mailer;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public Kind kind() {
        return Kind.EMAIL;
    }

    @Override
    public Medium medium() {
        return Medium.PLAIN;
    }

    @Override
    public boolean fits(String body) {
        return body.length() <= MOST_CHARACTERS;
    }

    @Override
    public List<Limit> limits() {
        return List.of();
    }

    @Override
    public Outcome send(Delivery delivery, Written text) {
        if (!settings.enabled()) {
            return new Outcome.Refused("email-not-enabled");
        }
        try {
            mailer.send(mail(delivery, text));
            return new Outcome.Sent();
        } catch (RuntimeException e) {
            return SmtpFaults.outcome(e);
        }
    }

    private Mail mail(Delivery delivery, Written text) {
        Notification notification = delivery.notification();
        String thread = id(notification.tenant() + "\n" + notification.receiver() + "\n" + notification.groupKey());
        Mail mail = new Mail()
                .setSubject(text.title())
                .setText(Cut.units(text.body(), MOST_CHARACTERS))
                .setHtml(text.html())
                // The same at each try: what is sent again can be told from what is sent anew.
                .addHeader("Message-ID", id(notification.tenant() + "\n" + notification.id()))
                .addHeader("In-Reply-To", thread)
                .addHeader("References", thread)
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", delivery.receiver().language());
        ((Settings.Email) delivery.receiver().settings()).to().forEach(mail::addTo);
        return mail;
    }

    /** The id of a message, the same for the same text; it tells nothing of it. */
    private String id(String of) {
        String host = links.externalUrl().isEmpty()
                ? null
                : URI.create(links.externalUrl()).getHost();
        return "<" + UUID.nameUUIDFromBytes(of.getBytes(UTF_8)) + "@" + (host == null ? "deskpulse.invalid" : host)
                + ">";
    }
}
