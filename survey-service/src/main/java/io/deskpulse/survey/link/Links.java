package io.deskpulse.survey.link;

import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.Offers;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Addresses by which an offer can be answered without anything else. One works until its offer was finished or has expired.
 * Thread-safe.
 */
@ApplicationScoped
public class Links {
    private final Tokens tokens;
    private final Optional<String> baseUrl;
    private final Offers offers;
    private final PublishedVersions versions;
    private final Transactions transactions;
    private final Clock clock;

    Links(
            Tokens tokens,
            LinkSettings settings,
            Offers offers,
            PublishedVersions versions,
            Transactions transactions,
            Clock clock) {
        this.tokens = tokens;
        this.baseUrl = settings.baseUrl().map(url -> url.replaceFirst("/+$", ""));
        this.offers = offers;
        this.versions = versions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether links can be made: there is a key, and an address for them to begin with. */
    public boolean ready() {
        return baseUrl.isPresent() && tokens.ready();
    }

    /** Where an offer can be answered. Whoever has it may: never to be logged. */
    public String of(Offer offer) {
        return base() + "/s/" + tokens.issue(Tokens.Purpose.ANSWER, offer.id(), offer.expiresAt());
    }

    /** What every address of ours begins with. */
    public String base() {
        return baseUrl.orElseThrow(() -> new IllegalStateException("no deskpulse.survey.links.base-url"));
    }

    /** What the token of a link leads to; writes nothing. */
    public Uni<Link> follow(String token) {
        return tokens.read(Tokens.Purpose.ANSWER, token) instanceof Tokens.Genuine genuine
                ? transactions.run(() -> follow(genuine))
                : Uni.createFrom().item(new Link.Changed());
    }

    private Uni<Link> follow(Tokens.Genuine token) {
        return offers.linked(token.id())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Link.Unknown())
                        : versions.get(
                                        found.get().tenant(),
                                        found.get().survey(),
                                        found.get().version())
                                .map(version -> standing(found.get(), version, token.expiresAt())));
    }

    private Link standing(Offer offer, PublishedVersion version, Instant expiresAt) {
        if (offer.finished()) {
            return new Link.Used(offer, version.definition());
        }
        Instant now = clock.instant();
        return offer.expired(now) || !now.isBefore(expiresAt)
                ? new Link.Expired(offer)
                : new Link.Open(offer, version.definition());
    }
}
