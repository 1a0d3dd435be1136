package io.deskpulse.survey.offer;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Whether a person can be asked by some means, and wants to be. */
public interface Reach {
    /** What keeps from asking this person so, or empty. Belongs to the current transaction; writes nothing. */
    Uni<Optional<Obstacle>> obstacle(String tenant, String customer, Means means);
}
