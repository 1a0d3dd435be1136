package io.deskpulse.survey.trigger;

import java.util.Optional;

/** Where closed episodes come from. */
public interface JourneySource {
    /** Why none are read at present, or empty. */
    Optional<String> trouble();

    /** Whether it is still being read; if not, only a new start helps. */
    boolean alive();
}
