package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.outbox.Outbox;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Offers on their way to being answered. Thread-safe. */
@ApplicationScoped
public class OpenOffers {
    /** What became of a word about an offer. */
    public enum Noted {
        DONE,
        UNKNOWN,
        EXPIRED
    }

    private final Offers offers;
    private final PublishedVersions versions;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    OpenOffers(Offers offers, PublishedVersions versions, Outbox outbox, Transactions transactions, Clock clock) {
        this.offers = offers;
        this.versions = versions;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Offers of a conversation that can still be answered, with what they ask. */
    public Uni<List<Offered.Made>> pending(String tenant, String conversation) {
        return transactions.run(
                () -> offers.pending(tenant, conversation, clock.instant()).chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUni(offer -> versions.get(tenant, offer.survey(), offer.version())
                                .map(version -> new Offered.Made(offer, version.definition())))
                        .concatenate()
                        .collect()
                        .asList()));
    }

    /** Notes that the customer has seen an offer; the first time counts. */
    public Uni<Noted> shown(OfferAccess access) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return outbox.changeAndTell(messages -> open(access).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Noted.UNKNOWN);
            }
            Offer offer = found.get();
            if (offer.shownAt() != null) {
                return Uni.createFrom().item(Noted.DONE);
            }
            if (offer.expired(now)) {
                return Uni.createFrom().item(Noted.EXPIRED);
            }
            Offer shown = offer.shown(now);
            messages.add(OfferEvents.shown(shown));
            return offers.save(shown).replaceWith(Noted.DONE);
        }));
    }

    /** The offer, locked for the current transaction; empty where there is none or the token is another one's. */
    public Uni<Optional<Offer>> open(OfferAccess access) {
        return offers.lock(access.tenant(), access.offer())
                .map(found -> found.filter(offer -> offer.opensWith(access.token())));
    }

    /** Writes that an offer that is locked was finished; belongs to the current transaction. */
    public Uni<Void> finish(Offer offer) {
        return offers.save(offer);
    }
}
