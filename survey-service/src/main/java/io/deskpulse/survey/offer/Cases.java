package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.definition.Standing;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.Surveys;
import io.deskpulse.survey.episode.Episode;
import io.deskpulse.survey.episode.EpisodeFacts;
import io.deskpulse.survey.episode.Episodes;
import io.deskpulse.survey.identity.Identities;
import io.deskpulse.survey.policy.Eligibility;
import io.deskpulse.survey.policy.Lots;
import io.deskpulse.survey.policy.LotsOfSurveys;
import io.deskpulse.survey.policy.Past;
import io.deskpulse.survey.policy.Situation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds out all that decides whether somebody is asked. Every call belongs to the current transaction. Thread-safe. */
@ApplicationScoped
class Cases {
    private final Surveys surveys;
    private final PublishedVersions versions;
    private final Episodes episodes;
    private final PastOffers offers;
    private final Pasts pasts;
    private final LotsOfSurveys lots;
    private final Identities identities;
    private final AskingSettings settings;
    private final Clock clock;

    Cases(
            Surveys surveys,
            PublishedVersions versions,
            Episodes episodes,
            PastOffers offers,
            Pasts pasts,
            LotsOfSurveys lots,
            Identities identities,
            AskingSettings settings,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.episodes = episodes;
        this.offers = offers;
        this.pasts = pasts;
        this.lots = lots;
        this.identities = identities;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What there is to know; empty where there is no such survey, or the episode that asks no longer stands.
     *
     * @param toDecide whether an offer may follow: then others who decide about the same person wait until the transaction ends
     */
    Uni<Optional<Case>> of(Asking asking, boolean toDecide) {
        return standing(asking.tenant(), asking.wanted()).chain(found -> {
            if (found.isEmpty()) {
                return none();
            }
            Standing standing = found.get();
            return standing.state() == Survey.State.PUBLISHED
                    ? published(asking, standing, toDecide)
                    : Uni.createFrom().item(Optional.of(notPublished(asking, standing.survey())));
        });
    }

    /** What there is to know at the close of an episode, the past apart. */
    Case atClose(Episode episode, PublishedVersion version, Lots drawing) {
        Asking asking = Asking.onClose(episode.tenant(), version.survey(), episode.id());
        return theCase(asking, version, Optional.of(episode), drawing);
    }

    private Uni<Optional<Standing>> standing(String tenant, Wanted wanted) {
        return wanted instanceof Wanted.ById byId
                ? surveys.standing(tenant, byId.survey())
                : surveys.triggered(tenant, ((Wanted.ByTrigger) wanted).trigger());
    }

    private Case notPublished(Asking asking, UUID survey) {
        Policy.Ask ask = Optional.ofNullable(asking.ask()).orElse(Policy.Ask.REQUEST);
        Situation situation =
                new Situation(now(), survey, Optional.empty(), ask, Optional.empty(), null, Map.of(), 0, Past.NONE);
        return new Case(
                asking.tenant(), Optional.empty(), asking.context(), Means.WIDGET, EpisodeFacts.UNKNOWN, situation);
    }

    private Uni<Optional<Case>> published(Asking asking, Standing standing, boolean toDecide) {
        return versions.get(asking.tenant(), standing.survey(), standing.publishedVersion())
                .chain(version -> episode(asking, toDecide).chain(episode -> {
                    if (asking.episode() != null && episode.isEmpty()) {
                        return none();
                    }
                    return lots.get()
                            .map(drawing -> theCase(asking, version, episode, drawing))
                            .chain(found -> withPast(found, episode, toDecide));
                }));
    }

    /** The conversation is locked before its episode is read, or after the one that asks: so a journey cannot come unseen. */
    private Uni<Optional<Episode>> episode(Asking asking, boolean toDecide) {
        String tenant = asking.tenant();
        if (asking.episode() != null) {
            return episodes.find(tenant, asking.episode())
                    .call(found -> found.isPresent() && toDecide
                            ? offers.lockConversation(tenant, found.get().conversation())
                            : Uni.createFrom().voidItem());
        }
        String conversation = asking.context().conversation();
        if (conversation == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return toDecide
                ? offers.lockConversation(tenant, conversation).chain(() -> episodes.latest(tenant, conversation))
                : episodes.latest(tenant, conversation);
    }

    private Case theCase(Asking asking, PublishedVersion version, Optional<Episode> episode, Lots drawing) {
        Policy policy = version.definition().terms().policy();
        Policy.Ask ask = Optional.ofNullable(asking.ask()).orElse(policy.ask());
        Context context = asking.context().completedBy(episode);
        Situation situation = new Situation(
                now(),
                version.survey(),
                Optional.of(version.definition()),
                ask,
                episode.filter(closed -> ask == Policy.Ask.CLOSE).map(closed -> due(closed, policy)),
                context.customer(),
                Episode.known(episode.map(Episode::values).orElse(Map.of()), context.channel(), context.language()),
                drawing.draw(version.survey(), occasion(ask, context, episode)),
                Past.NONE);
        return new Case(
                asking.tenant(),
                Optional.of(version),
                context,
                Optional.ofNullable(asking.means()).orElseGet(() -> means(ask, policy)),
                episode.map(Episode::facts).orElse(EpisodeFacts.UNKNOWN),
                situation);
    }

    /** Whoever is out of the question anyway keeps nobody waiting. */
    private Uni<Optional<Case>> withPast(Case found, Optional<Episode> episode, boolean toDecide) {
        return Eligibility.ofTheCase(found.situation()).failure().isPresent()
                ? Uni.createFrom().item(Optional.of(found))
                : pasts.of(found, episode, toDecide)
                        .map(past -> Optional.of(new Case(
                                found.tenant(),
                                found.version(),
                                found.context(),
                                found.means(),
                                found.facts(),
                                found.situation().after(past))));
    }

    private Situation.Due due(Episode episode, Policy policy) {
        Instant at = episode.closedAt().plus(policy.delay());
        return new Situation.Due(at, at.plus(settings.tooLate()));
    }

    /** What the lot is drawn for. Without anything to tell one occasion from the next, a person's lot is the same for good. */
    private String occasion(Policy.Ask ask, Context context, Optional<Episode> episode) {
        if (ask == Policy.Ask.CLOSE && episode.isPresent()) {
            return "episode " + episode.get().id();
        }
        if (context.conversation() != null) {
            return "conversation " + context.conversation();
        }
        return context.customer() != null ? "customer " + context.customer() : identities.secret();
    }

    private static Means means(Policy.Ask ask, Policy policy) {
        return switch (ask) {
            case CLOSE -> Means.valueOf(policy.by().name());
            case REQUEST -> Means.WIDGET;
            case LINK -> Means.LINK;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Uni<Optional<Case>> none() {
        return Uni.createFrom().item(Optional.empty());
    }
}
