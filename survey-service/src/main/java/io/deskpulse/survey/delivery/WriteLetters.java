package io.deskpulse.survey.delivery;

import io.deskpulse.survey.contact.Address;
import io.deskpulse.survey.contact.Contacts;
import io.deskpulse.survey.contact.ReachByContact;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.definition.Wording;
import io.deskpulse.survey.link.Links;
import io.deskpulse.survey.link.Tokens;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.Offers;
import io.deskpulse.survey.page.Tongue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Writes what is sent, from what is known the moment it is sent: who has answered or unsubscribed meanwhile gets nothing. */
@ApplicationScoped
class WriteLetters {
    /** Far longer than anyone keeps a mail; the laws that ask for it are content with 30 days. */
    private static final Duration UNSUBSCRIBE_FOR = Duration.ofDays(3_650);

    private final Offers offers;
    private final PublishedVersions versions;
    private final Contacts contacts;
    private final ReachByContact reach;
    private final Links links;
    private final Tokens tokens;

    /** A letter, or why there is none. */
    sealed interface Written {}

    record Ready(Letter letter) implements Written {}

    record Pointless(String reason) implements Written {}

    WriteLetters(
            Offers offers,
            PublishedVersions versions,
            Contacts contacts,
            ReachByContact reach,
            Links links,
            Tokens tokens) {
        this.offers = offers;
        this.versions = versions;
        this.contacts = contacts;
        this.reach = reach;
        this.links = links;
        this.tokens = tokens;
    }

    /** Belongs to the current transaction. */
    Uni<Written> write(Delivery delivery, Instant now) {
        return offers.linked(delivery.offer()).chain(found -> {
            if (found.isEmpty() || found.get().finished()) {
                return pointless(found.isEmpty() ? "offer-gone" : "offer-finished");
            }
            return found.get().expired(now) ? pointless("offer-expired") : write(delivery, found.get());
        });
    }

    private Uni<Written> write(Delivery delivery, Offer offer) {
        return reach.obstacle(delivery.tenant(), delivery.customer(), delivery.means())
                .chain(obstacle -> obstacle.isPresent()
                        ? pointless(obstacle.get().code())
                        : address(delivery)
                                .chain(address -> versions.get(offer.tenant(), offer.survey(), offer.version())
                                        .map(version -> new Ready(letter(offer, version.definition(), address)))));
    }

    private Uni<Address> address(Delivery delivery) {
        return contacts.find(delivery.tenant(), delivery.customer())
                .map(contact -> contact.orElseThrow().by(delivery.means()).orElseThrow());
    }

    private Letter letter(Offer offer, Definition definition, Address address) {
        String language = offer.context().language();
        Tongue tongue = Tongue.of(language);
        String title = in(definition.title(), definition, language);
        String subject = in(definition.invitation().subject(), definition, language);
        if (subject == null) {
            subject = title != null && title.length() <= 100 && title.lines().count() == 1
                    ? title
                    : OurWords.of(tongue).subject();
        }
        return new Letter(
                offer.id(),
                address,
                language,
                tongue,
                subject,
                title,
                in(definition.invitation().intro(), definition, language),
                links.of(offer),
                links.base() + "/u/"
                        + tokens.issue(
                                Tokens.Purpose.UNSUBSCRIBE,
                                offer.id(),
                                offer.offeredAt().plus(UNSUBSCRIBE_FOR)),
                offer.expiresAt());
    }

    private static String in(Wording wording, Definition definition, String language) {
        return wording == null ? null : wording.in(language, definition.defaultLanguage());
    }

    private static Uni<Written> pointless(String reason) {
        return Uni.createFrom().item(new Pointless(reason));
    }
}
