package io.deskpulse.survey.trigger;

import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.definition.Standing;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.Surveys;
import io.deskpulse.survey.episode.Episode;
import io.deskpulse.survey.episode.Episodes;
import io.deskpulse.survey.offer.AskOnClose;
import io.deskpulse.survey.offer.AskOnClose.Closed;
import io.deskpulse.survey.offer.PastOffers;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes closed episodes: keeps what is known of them, tells the offers of their conversations, and plans what is to be asked about
 * them; all of a batch or nothing. What was taken before changes nothing. Thread-safe.
 */
@ApplicationScoped
public class TakeJourneys {
    private static final BinaryOperator<Episode> LATER =
            (one, other) -> one.revision() >= other.revision() ? one : other;

    private final Surveys surveys;
    private final PublishedVersions versions;
    private final Episodes episodes;
    private final PastOffers offers;
    private final AskOnClose askOnClose;
    private final Plans plans;
    private final Transactions transactions;
    private final TriggerMeters meters;
    private final Clock clock;

    TakeJourneys(
            Surveys surveys,
            PublishedVersions versions,
            Episodes episodes,
            PastOffers offers,
            AskOnClose askOnClose,
            Plans plans,
            Transactions transactions,
            TriggerMeters meters,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.episodes = episodes;
        this.offers = offers;
        this.askOnClose = askOnClose;
        this.plans = plans;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** What is new in a batch. */
    private record News(List<Episode> all, List<Episode> closed, List<String> takenBack) {}

    /** How a batch was counted. */
    private record Taken(int foreign, int kept, int planned, int dropped) {}

    /** Takes a batch; once it is done, it is committed. */
    public Uni<Void> take(Collection<Episode> batch) {
        Map<String, Episode> latest =
                batch.stream().collect(Collectors.toMap(Episode::id, Function.identity(), LATER, TreeMap::new));
        List<String> tenants =
                latest.values().stream().map(Episode::tenant).distinct().toList();
        return transactions
                .run(() -> surveys.standing(tenants).chain(standing -> take(latest, standing)))
                .invoke(taken -> count(batch.size(), taken))
                .replaceWithVoid();
    }

    private Uni<Taken> take(Map<String, Episode> latest, Map<String, List<Standing>> standing) {
        List<Episode> ours = latest.values().stream()
                .filter(episode -> standing.containsKey(episode.tenant()))
                .toList();
        int foreign = latest.size() - ours.size();
        if (ours.isEmpty()) {
            return Uni.createFrom().item(new Taken(foreign, 0, 0, 0));
        }
        return episodes.lock(ours.stream().map(Episode::id).toList())
                .map(known -> news(ours, known))
                .chain(news -> news.all().isEmpty()
                        ? Uni.createFrom().item(new Taken(foreign, 0, 0, 0))
                        : episodes.keep(news.all(), clock.instant())
                                .chain(() -> offers.complete(news.all()))
                                .chain(() -> plans.drop(news.takenBack()))
                                .chain(() -> plan(news.closed(), standing))
                                .map(planned -> new Taken(
                                        foreign,
                                        news.all().size(),
                                        planned,
                                        news.takenBack().size())));
    }

    private static News news(List<Episode> read, List<Episode> locked) {
        Map<String, Episode> known = locked.stream().collect(Collectors.toMap(Episode::id, Function.identity()));
        News news = new News(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Episode episode : read) {
            Episode before = known.get(episode.id());
            if (before != null && before.revision() >= episode.revision()) {
                continue;
            }
            news.all().add(episode);
            if (!episode.stands()) {
                news.takenBack().add(episode.id());
            } else if (before == null || !before.stands()) {
                // A later revision of a close that stands tells more of it, but nobody is asked a second time.
                news.closed().add(episode);
            }
        }
        return news;
    }

    private Uni<Integer> plan(List<Episode> closed, Map<String, List<Standing>> standing) {
        return onClose(standing)
                .map(byTenant -> closed.stream()
                        .flatMap(episode -> byTenant.getOrDefault(episode.tenant(), List.of()).stream()
                                .map(version -> new Closed(episode, version)))
                        .toList())
                .chain(asked ->
                        asked.isEmpty() ? Uni.createFrom().item(List.<AskOnClose.Due>of()) : askOnClose.due(asked))
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : plans.add(due.stream().map(TakeJourneys::plan).toList())
                                .replaceWith(due.size()));
    }

    private static Plan plan(AskOnClose.Due due) {
        return new Plan(due.episode().tenant(), due.survey(), due.episode().id(), due.at(), 0);
    }

    /** What is published and asked on close. */
    private Uni<Map<String, List<PublishedVersion>>> onClose(Map<String, List<Standing>> standing) {
        Map<String, List<PublishedVersion>> byTenant = new TreeMap<>();
        List<Map.Entry<String, Standing>> published = standing.entrySet().stream()
                .flatMap(tenant -> tenant.getValue().stream()
                        .filter(survey -> survey.state() == Survey.State.PUBLISHED)
                        .map(survey -> Map.entry(tenant.getKey(), survey)))
                .toList();
        return Multi.createFrom()
                .iterable(published)
                .onItem()
                .transformToUniAndConcatenate(survey -> versions.get(
                                survey.getKey(),
                                survey.getValue().survey(),
                                survey.getValue().publishedVersion())
                        .invoke(version -> {
                            if (version.definition().terms().policy().ask() == Policy.Ask.CLOSE) {
                                byTenant.computeIfAbsent(survey.getKey(), unused -> new ArrayList<>())
                                        .add(version);
                            }
                        }))
                .collect()
                .last()
                .replaceWith(byTenant);
    }

    private void count(int read, Taken taken) {
        meters.journeys("foreign", taken.foreign());
        meters.journeys("kept", taken.kept());
        meters.journeys("old", read - taken.foreign() - taken.kept());
        meters.plans("added", taken.planned());
        meters.plans("dropped", taken.dropped());
    }
}
