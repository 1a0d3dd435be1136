package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.window.Reading;
import java.time.Duration;

/** What is known of one group of a rule, seen from the moment that is judged. */
interface Past {
    /**
     * The metric in an earlier or shorter window.
     *
     * @param length of the window
     * @param ago how long before the judged moment it ends
     */
    Reading window(Duration length, Duration ago);

    /** The rule's own window in the week before; {@link Reading#NONE} where nothing is known of all its hours. */
    Reading lastWeek();
}
