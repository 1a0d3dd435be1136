package io.deskpulse.survey.retention;

import io.deskpulse.survey.episode.Episodes;
import io.deskpulse.survey.offer.Decisions;
import io.deskpulse.survey.offer.PastOffers;
import io.deskpulse.survey.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Deletes what is older than it is kept, batch by batch, so that nobody waits for long. Several may do so at once. Thread-safe. */
@ApplicationScoped
class ForgetOldThings {
    private final PastOffers offers;
    private final Episodes episodes;
    private final Decisions decisions;
    private final Transactions transactions;
    private final RetentionSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    ForgetOldThings(
            PastOffers offers,
            Episodes episodes,
            Decisions decisions,
            Transactions transactions,
            RetentionSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.offers = offers;
        this.episodes = episodes;
        this.decisions = decisions;
        this.transactions = transactions;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Deletes all that is old now. */
    Uni<Void> forget() {
        Instant now = clock.instant();
        int most = settings.batch();
        return all("offers", () -> offers.forget(now.minus(settings.offers()), now, most))
                .chain(() -> all("episodes", () -> episodes.forget(now.minus(settings.episodes()), most)))
                .chain(() -> all("decisions", () -> decisions.forget(now.minus(settings.decisions()), most)));
    }

    private Uni<Void> all(String what, Supplier<Uni<Integer>> some) {
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.run(some))
                .whilst(deleted -> deleted >= settings.batch())
                .invoke(deleted -> meters.counter("deskpulse.survey.forgotten", "what", what)
                        .increment(deleted))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
