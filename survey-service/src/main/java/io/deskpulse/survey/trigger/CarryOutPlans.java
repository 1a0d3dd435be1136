package io.deskpulse.survey.trigger;

import io.deskpulse.kit.postgres.StoreUnavailable;
import io.deskpulse.survey.offer.Asking;
import io.deskpulse.survey.offer.MakeOffer;
import io.deskpulse.survey.offer.OfferMeters;
import io.deskpulse.survey.offer.Offered;
import io.deskpulse.survey.outbox.Outbox;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Makes the offers that are due, each in a transaction of its own with its plan: so it is made once, whichever instance does it, and
 * one that fails keeps no other from being made. Thread-safe.
 */
@ApplicationScoped
class CarryOutPlans {
    private static final Logger LOG = Logger.getLogger(CarryOutPlans.class);

    private final Plans plans;
    private final MakeOffer makeOffer;
    private final Outbox outbox;
    private final Transactions transactions;
    private final TriggerSettings settings;
    private final TriggerMeters meters;
    private final OfferMeters offerMeters;
    private final Clock clock;

    CarryOutPlans(
            Plans plans,
            MakeOffer makeOffer,
            Outbox outbox,
            Transactions transactions,
            TriggerSettings settings,
            TriggerMeters meters,
            OfferMeters offerMeters,
            Clock clock) {
        this.plans = plans;
        this.makeOffer = makeOffer;
        this.outbox = outbox;
        this.transactions = transactions;
        this.settings = settings;
        this.meters = meters;
        this.offerMeters = offerMeters;
        this.clock = clock;
    }

    /** Carries out the plan that has been due for longest; says whether there was one. */
    Uni<Boolean> next() {
        return Uni.createFrom().deferred(() -> {
            AtomicReference<Plan> taken = new AtomicReference<>();
            return outbox.changeAndTell(
                            messages -> plans.takeDue(clock.instant()).chain(found -> {
                                if (found.isEmpty()) {
                                    return Uni.createFrom().item(Optional.<Offered>empty());
                                }
                                Plan plan = found.get();
                                taken.set(plan);
                                return makeOffer
                                        .make(Asking.onClose(plan.tenant(), plan.survey(), plan.episode()), messages)
                                        .map(Optional::of);
                            }))
                    .invoke(offered -> offered.ifPresent(this::count))
                    .map(Optional::isPresent)
                    .onFailure(fault -> taken.get() != null && !(fault instanceof StoreUnavailable))
                    .recoverWithUni(fault -> failed(taken.get(), fault));
        });
    }

    private void count(Offered offered) {
        meters.plans("carried-out", 1);
        offerMeters.count(offered);
    }

    private Uni<Boolean> failed(Plan plan, Throwable fault) {
        boolean last = plan.attempts() + 1 >= settings.attempts();
        LOG.warnf(
                "An offer of survey %s that was due failed (%s); %s",
                plan.survey(), fault.getClass().getSimpleName(), last ? "it is given up" : "it is tried again");
        meters.plans(last ? "given-up" : "failed", 1);
        return transactions
                .run(() -> last
                        ? plans.giveUp(plan)
                        : plans.postpone(plan, clock.instant().plus(settings.pause())))
                .replaceWith(true);
    }
}
