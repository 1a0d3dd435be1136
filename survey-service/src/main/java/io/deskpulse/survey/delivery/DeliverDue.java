package io.deskpulse.survey.delivery;

import io.deskpulse.survey.contact.Refusal;
import io.deskpulse.survey.contact.Refusals;
import io.deskpulse.survey.identity.Identities;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.transaction.Transactions;
import io.deskpulse.survey.transaction.Waiting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends what is due, one turn at a time: take some, write the letters, hand them over, note what became of them. Whoever dies
 * in between leaves them taken until the lease is over, then they are tried again: what was handed over but not noted is sent
 * twice, under the same id. Calls block.
 */
@ApplicationScoped
class DeliverDue {
    private final Deliveries deliveries;
    private final WriteLetters letters;
    private final Carriers carriers;
    private final Refusals refusals;
    private final Transactions transactions;
    private final DeliveryMeters meters;
    private final DeliverySettings settings;
    private final Identities identities;
    private final Clock clock;

    DeliverDue(
            Deliveries deliveries,
            WriteLetters letters,
            Carriers carriers,
            Refusals refusals,
            Transactions transactions,
            DeliveryMeters meters,
            DeliverySettings settings,
            Identities identities,
            Clock clock) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.carriers = carriers;
        this.refusals = refusals;
        this.transactions = transactions;
        this.meters = meters;
        this.settings = settings;
        this.identities = identities;
        this.clock = clock;
    }

    private record Tried(Delivery delivery, Outcome outcome) {}

    /** One turn; returns how many were tried. */
    int turn() {
        Instant now = clock.instant();
        in(() -> deliveries.expire("offer-expired", now)).forEach(means -> meters.failed(means, "offer-expired"));
        Set<Means> able = carriers.able();
        if (able.isEmpty()) {
            return 0;
        }
        List<Delivery> taken = in(() -> deliveries.take(able, now, now.plus(settings.lease()), settings.batch()));
        List<Uni<Tried>> tries = taken.stream().map(this::attempt).toList();
        if (!tries.isEmpty()) {
            // All at once: one that is slow keeps no other waiting.
            Uni.join().all(tries).andFailFast().await().indefinitely().forEach(this::settle);
        }
        return taken.size();
    }

    /** How many wait. */
    void count() {
        meters.waiting(in(deliveries::waiting));
    }

    private Uni<Tried> attempt(Delivery delivery) {
        WriteLetters.Written written = in(() -> letters.write(delivery, clock.instant()));
        if (written instanceof WriteLetters.Pointless pointless) {
            return Uni.createFrom().item(new Tried(delivery, new Outcome.Never(pointless.reason(), false)));
        }
        return Uni.createFrom()
                .deferred(() -> carriers.of(delivery.means()).carry(((WriteLetters.Ready) written).letter()))
                .ifNoItem()
                .after(settings.timeout())
                .recoverWithItem(new Outcome.Later("timeout"))
                .onFailure()
                .recoverWithItem(() -> new Outcome.Later("unexpected"))
                .map(outcome -> new Tried(delivery, outcome));
    }

    private void settle(Tried tried) {
        Instant now = clock.instant();
        Delivery settled = settled(tried, now);
        boolean written = in(() -> deliveries.settle(settled).call(() -> refusal(tried, now)));
        if (written) {
            meters.settled(settled);
        }
    }

    private Delivery settled(Tried tried, Instant now) {
        Delivery delivery = tried.delivery();
        if (tried.outcome() instanceof Outcome.Later later) {
            return delivery.attempts() < settings.attempts()
                    ? delivery.again(later.reason(), next(delivery, later, now))
                    : delivery.failed(later.reason(), now);
        }
        return tried.outcome() instanceof Outcome.Never never
                ? delivery.failed(never.reason(), now)
                : delivery.sent(now);
    }

    /** Not sooner than was asked for, and not after the end of the offer. */
    private Instant next(Delivery delivery, Outcome.Later later, Instant now) {
        Duration ours = new Pauses(settings).after(delivery.attempts());
        Duration pause =
                later.pause().filter(theirs -> theirs.compareTo(ours) > 0).orElse(ours);
        Instant due = now.plus(pause);
        return due.isBefore(delivery.expiresAt()) ? due : delivery.expiresAt();
    }

    private Uni<?> refusal(Tried tried, Instant now) {
        Delivery delivery = tried.delivery();
        boolean unreachable = tried.outcome() instanceof Outcome.Never never && never.unreachable();
        return unreachable
                ? refusals.note(new Refusal(
                        identities.next(),
                        delivery.tenant(),
                        delivery.means(),
                        Refusal.Kind.UNREACHABLE,
                        delivery.customer(),
                        delivery.print(),
                        ((Outcome.Never) tried.outcome()).reason(),
                        now))
                : Uni.createFrom().voidItem();
    }

    private <T> T in(Supplier<Uni<T>> work) {
        return Waiting.until(() -> transactions.run(work));
    }
}
