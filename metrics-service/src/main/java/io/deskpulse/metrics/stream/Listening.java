package io.deskpulse.metrics.stream;

import io.deskpulse.metrics.query.Answer;
import io.deskpulse.metrics.query.AskMetrics;
import io.deskpulse.metrics.query.Reply;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One listener's numbers: asked for again and again, told when they changed. Slow listeners miss moments, never the last
 * state. Used by one listener.
 */
public final class Listening {
    private final AskMetrics metrics;
    private final Clock clock;
    private final String tenant;
    private final Subscription subscription;
    private final Map<String, Object> told = new HashMap<>();

    /** @param clock tells which time has just passed */
    public Listening(AskMetrics metrics, Clock clock, String tenant, Subscription subscription) {
        this.metrics = metrics;
        this.clock = clock;
        this.tenant = tenant;
        this.subscription = subscription;
    }

    /** What changed since the moment before; empty where nothing did. One list for each moment. */
    public Multi<List<Reply>> changes() {
        return changes(Multi.createFrom().ticks().every(subscription.every()));
    }

    Multi<List<Reply>> changes(Multi<Long> moments) {
        return moments.onOverflow()
                .drop()
                .onItem()
                .transformToUni(moment -> ask())
                .concatenate(false)
                .map(this::changed);
    }

    private Uni<List<Reply>> ask() {
        List<Uni<Reply>> asked = new ArrayList<>();
        for (String metric : subscription.metrics()) {
            asked.add(metrics.ask(tenant, subscription.asked(metric, clock.instant())));
        }
        return Uni.join().all(asked).usingConcurrencyOf(1).andFailFast();
    }

    private List<Reply> changed(List<Reply> replies) {
        List<Reply> changed = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            Object substance = substanceOf(replies.get(i));
            if (!substance.equals(told.put(subscription.metrics().get(i), substance))) {
                changed.add(replies.get(i));
            }
        }
        return changed;
    }

    /** That time goes on is no change; only numbers are. */
    private static Object substanceOf(Reply reply) {
        return reply instanceof Answer answer
                ? answer.series().stream()
                        .map(series -> List.of(
                                series.dimensions(),
                                series.points().stream()
                                        .map(point -> Arrays.asList(point.figure(), point.stats()))
                                        .toList()))
                        .toList()
                : reply;
    }
}
