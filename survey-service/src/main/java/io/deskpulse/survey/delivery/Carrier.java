package io.deskpulse.survey.delivery;

import io.deskpulse.survey.offer.Means;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Sends letters by one means. Thread-safe. */
public interface Carrier {
    Means means();

    /** Why nothing can be sent by this means here, stable over releases; or empty. */
    Optional<String> hindrance();

    /** Tries once. What fails unexpectedly is tried again. */
    Uni<Outcome> carry(Letter letter);
}
