package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.definition.Standing;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.Surveys;
import io.deskpulse.survey.identity.Identities;
import io.deskpulse.survey.offer.Offered.Reason;
import io.deskpulse.survey.outbox.Message;
import io.deskpulse.survey.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Offers a survey to someone, if it may be. Thread-safe. */
@ApplicationScoped
public class MakeOffer {
    private final Surveys surveys;
    private final PublishedVersions versions;
    private final Offers offers;
    private final Outbox outbox;
    private final OfferMeters meters;
    private final Identities identities;
    private final Clock clock;

    MakeOffer(
            Surveys surveys,
            PublishedVersions versions,
            Offers offers,
            Outbox outbox,
            OfferMeters meters,
            Identities identities,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.offers = offers;
        this.outbox = outbox;
        this.meters = meters;
        this.identities = identities;
        this.clock = clock;
    }

    /** Makes an offer, or says why there is none. */
    public Uni<Offered> make(String tenant, Wanted wanted, Context context, Means means) {
        return outbox.<Offered>changeAndTell(
                        messages -> standing(tenant, wanted).chain(found -> {
                            if (found.isEmpty()) {
                                return unknown(wanted);
                            }
                            return found.get().state() == Survey.State.PUBLISHED
                                    ? offer(tenant, found.get(), context, means, messages)
                                    : declined(Reason.SURVEY_NOT_PUBLISHED);
                        }))
                .onFailure(NoPlace.class)
                .recoverWithItem(new Offered.Declined(Reason.QUOTA_REACHED))
                .invoke(meters::count);
    }

    private Uni<Optional<Standing>> standing(String tenant, Wanted wanted) {
        return wanted instanceof Wanted.ById byId
                ? surveys.standing(tenant, byId.survey())
                : surveys.triggered(tenant, ((Wanted.ByTrigger) wanted).trigger());
    }

    /** That no survey has a trigger is nothing unusual. */
    private static Uni<Offered> unknown(Wanted wanted) {
        return wanted instanceof Wanted.ById
                ? Uni.createFrom().item(new Offered.UnknownSurvey())
                : declined(Reason.SURVEY_NOT_PUBLISHED);
    }

    private Uni<Offered> offer(String tenant, Standing standing, Context context, Means means, List<Message> messages) {
        return versions.get(tenant, standing.survey(), standing.publishedVersion())
                .chain(version -> offer(tenant, version, context, means, messages));
    }

    private Uni<Offered> offer(
            String tenant, PublishedVersion version, Context context, Means means, List<Message> messages) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Definition definition = version.definition();
        if (definition.terms().endsAt().filter(end -> !now.isBefore(end)).isPresent()) {
            return declined(Reason.EXPIRED);
        }
        Offer offer = offer(tenant, version, context, means, now);
        // The place is taken last: those who race for the last ones wait for each other as shortly as can be.
        return offers.add(offer)
                .chain(added -> added ? takePlace(version, offer, messages) : declined(Reason.ALREADY_OFFERED));
    }

    private Uni<Offered> takePlace(PublishedVersion version, Offer offer, List<Message> messages) {
        messages.add(OfferEvents.offered(offer));
        Offered made = new Offered.Made(offer, version.definition());
        Optional<Integer> quota = version.definition().terms().quota();
        if (quota.isEmpty()) {
            return Uni.createFrom().item(made);
        }
        return offers.takePlace(version.survey(), quota.get())
                .invoke(taken -> {
                    if (!taken) {
                        throw new NoPlace();
                    }
                })
                .replaceWith(made);
    }

    private Offer offer(String tenant, PublishedVersion version, Context context, Means means, Instant now) {
        Definition definition = version.definition();
        return new Offer(
                identities.next(),
                tenant,
                version.survey(),
                version.version(),
                context.speaking(definition.nearest(context.language())),
                identities.secret(),
                now,
                now.plus(definition.terms().validFor()),
                null,
                null,
                Circumstances.of(means));
    }

    private static Uni<Offered> declined(Reason reason) {
        return Uni.createFrom().item(new Offered.Declined(reason));
    }

    /** Takes the offer back that was added before its place was found taken. */
    private static final class NoPlace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoPlace() {
            super("quota reached", null, false, false);
        }
    }
}
