package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.identity.Identities;
import io.deskpulse.survey.outbox.Message;
import io.deskpulse.survey.outbox.Outbox;
import io.deskpulse.survey.policy.Reasons;
import io.deskpulse.survey.policy.Verdict;
import io.deskpulse.survey.policy.VerdictJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Offers a survey to someone, if it may be. Thread-safe. */
@ApplicationScoped
public class MakeOffer {
    private final Cases cases;
    private final Offers offers;
    private final Decisions decisions;
    private final Handover handover;
    private final Outbox outbox;
    private final OfferMeters meters;
    private final Identities identities;

    MakeOffer(
            Cases cases,
            Offers offers,
            Decisions decisions,
            Handover handover,
            Outbox outbox,
            OfferMeters meters,
            Identities identities) {
        this.cases = cases;
        this.offers = offers;
        this.decisions = decisions;
        this.handover = handover;
        this.outbox = outbox;
        this.meters = meters;
        this.identities = identities;
    }

    /** Makes an offer on request, or says why there is none. */
    public Uni<Offered> make(String tenant, Wanted wanted, Context context, Means means) {
        Asking asking = Asking.onRequest(tenant, wanted, context, means);
        return outbox.changeAndTell(messages -> make(asking, messages))
                .onFailure(Outrun.class)
                .recoverWithItem(new Offered.Declined(new Offered.Reason(Reasons.ALREADY_OFFERED_FOR_CONVERSATION)))
                .invoke(meters::count);
    }

    /**
     * Makes an offer, or says why there is none, in the current transaction.
     *
     * @param messages takes what is to be told, once the transaction is committed
     */
    public Uni<Offered> make(Asking asking, List<Message> messages) {
        return cases.of(asking, true).chain(found -> {
            if (found.isEmpty()) {
                return unknown(asking.wanted());
            }
            Verdict verdict = found.get().verdict();
            return verdict.failure().isPresent()
                    ? decline(found.get(), verdict)
                    : takePlace(found.get(), verdict, messages);
        });
    }

    /** That no survey has a trigger is nothing unusual. */
    private static Uni<Offered> unknown(Wanted wanted) {
        return Uni.createFrom()
                .item(
                        wanted instanceof Wanted.ById
                                ? new Offered.UnknownSurvey()
                                : new Offered.Declined(new Offered.Reason(Reasons.SURVEY_NOT_PUBLISHED)));
    }

    /** Those who race for the last places wait for each other from here on, which is as shortly as can be. */
    private Uni<Offered> takePlace(Case found, Verdict verdict, List<Message> messages) {
        PublishedVersion version = found.version().orElseThrow();
        Optional<Integer> quota = version.definition().terms().quota();
        if (quota.isEmpty()) {
            return add(found, verdict, messages);
        }
        return offers.takePlace(version.survey(), quota.get())
                .chain(taken -> taken
                        ? add(found, verdict, messages)
                        : decline(found, verdict.failingAt(found.situation().quotaFull())));
    }

    private Uni<Offered> add(Case found, Verdict verdict, List<Message> messages) {
        PublishedVersion version = found.version().orElseThrow();
        Offer offer = offer(found, version);
        return offers.add(offer, found.ask(), VerdictJson.write(verdict).toString())
                .invoke(added -> {
                    if (!added) {
                        throw new Outrun();
                    }
                    messages.add(OfferEvents.offered(offer, found.ask()));
                })
                .chain(() -> handOver(offer))
                .replaceWith(new Offered.Made(offer, version.definition()));
    }

    private Uni<Void> handOver(Offer offer) {
        return switch (offer.circumstances().means()) {
            case EMAIL, SMS -> handover.handOver(offer);
            case WIDGET, LINK -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Offered> decline(Case found, Verdict verdict) {
        Offered declined = Offered.Declined.by(verdict);
        Context context = found.context();
        return context.conversation() == null && context.customer() == null
                ? Uni.createFrom().item(declined)
                : decisions.keep(List.of(found.declined(verdict))).replaceWith(declined);
    }

    private Offer offer(Case found, PublishedVersion version) {
        Definition definition = version.definition();
        Instant now = found.situation().now();
        return new Offer(
                identities.next(),
                found.tenant(),
                version.survey(),
                version.version(),
                found.context().speaking(definition.nearest(found.context().language())),
                identities.secret(),
                now,
                now.plus(definition.terms().validFor()),
                null,
                null,
                found.circumstances());
    }

    /** Someone else has offered the same meanwhile: all is taken back. */
    private static final class Outrun extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outrun() {
            super("offered meanwhile", null, false, false);
        }
    }
}
