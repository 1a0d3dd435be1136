package io.deskpulse.metrics.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.OutgoingJourney;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.PartitionStore.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends the journeys of one partition in the order of their revisions. Used by one thread at a time. */
final class JourneyPublisher {
    private final Keys keys;
    private final PartitionStore store;
    private final Outbound outbound;
    private final PublishingConfig config;
    private CompletableFuture<Void> underWay;
    private long underWayTo;
    private long sentTo;

    JourneyPublisher(Keys keys, PartitionStore store, Outbound outbound, PublishingConfig config) {
        this.keys = keys;
        this.store = store;
        this.outbound = outbound;
        this.config = config;
    }

    void begin() {
        underWay = null;
        sentTo = -1;
    }

    /**
     * Goes on with sending.
     *
     * @param outboxRevision the last revision that put journeys into the outbox
     */
    void publish(long outboxRevision) {
        if (underWay != null) {
            if (!underWay.isDone()) {
                return;
            }
            settle();
        }
        if (sentTo < outboxRevision) {
            sendNext(outboxRevision);
        }
    }

    private void settle() {
        if (!underWay.isCompletedExceptionally()) {
            // Nothing with such a revision can have come since it was read: revisions only grow.
            store.removeUpTo(keys.journeys(), underWayTo);
            sentTo = underWayTo;
        }
        underWay = null;
    }

    private void sendNext(long outboxRevision) {
        List<Scored> entries =
                store.first(List.of(keys.journeys()), config.journeysAtOnce()).get(0);
        boolean all = entries.size() < config.journeysAtOnce();
        underWayTo = all ? outboxRevision : wholeRevisions(entries);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (Scored entry : entries) {
            if (entry.score() <= underWayTo) {
                OutgoingJourney journey = OutgoingJourney.parse(entry.member());
                sent.add(outbound.send(
                                config.journeys(), journey.key(), journey.json().getBytes(UTF_8))
                        .toCompletableFuture());
            }
        }
        underWay = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    /** The last revision of which surely all entries were read. */
    private long wholeRevisions(List<Scored> entries) {
        long last = entries.get(entries.size() - 1).score();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).score() < last) {
                return entries.get(i).score();
            }
        }
        // One write put in more than fit: they are read whole.
        entries.clear();
        entries.addAll(store.withScore(keys.journeys(), last));
        return last;
    }
}
