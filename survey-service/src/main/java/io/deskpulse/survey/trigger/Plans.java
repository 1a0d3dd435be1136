package io.deskpulse.survey.trigger;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Where plans wait until they are due. Every call belongs to the current transaction. */
public interface Plans {
    /** Adds those that are not there yet. */
    Uni<Void> add(Collection<Plan> plans);

    /** Forgets all plans about these episodes. */
    Uni<Void> drop(Collection<String> episodes);

    /** Takes the plan that has been due for longest and that nobody else is about to carry out: it is gone once the transaction is committed. */
    Uni<Optional<Plan>> takeDue(Instant now);

    /** Has a plan that failed tried again later. */
    Uni<Void> postpone(Plan plan, Instant to);

    /** Forgets one that fails each time. */
    Uni<Void> giveUp(Plan plan);

    /** How many wait. */
    Uni<Long> waiting();
}
