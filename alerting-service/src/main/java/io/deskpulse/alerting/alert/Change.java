package io.deskpulse.alerting.alert;

import java.util.Locale;
import java.util.Optional;

/**
 * Something has become of an alert. Immutable.
 *
 * @param alert as it stands since then, with the revision of this change
 * @param by who did it; null where the service did
 * @param comment of theirs, or null
 */
public record Change(Kind kind, Alert alert, String by, String comment) {
    /** What has become of it. */
    public enum Kind {
        PENDING,
        /** Over before anybody was told. */
        CALMED,
        FIRED,
        RECOVERING,
        /** Breached again while it was recovering. */
        RELAPSED,
        RESOLVED,
        ACKNOWLEDGED;

        /** Whether anybody is to be told: for people nothing has happened where it recovers and relapses. */
        public boolean told() {
            return this == FIRED || this == RESOLVED || this == ACKNOWLEDGED;
        }

        /** As the API and the topic write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Kind of(State from, State to) {
            return switch (to) {
                case PENDING -> PENDING;
                case RECOVERING -> RECOVERING;
                case FIRING -> from.active() ? RELAPSED : FIRED;
                case NORMAL -> from.active() ? RESOLVED : CALMED;
            };
        }
    }

    /**
     * What a decision makes of an alert.
     *
     * @param before empty where it was never heard of
     * @param revision for the alert, should it change
     * @return empty where it stands so already, or where what was decided rests on an episode that somebody has ended by hand
     */
    static Optional<Change> after(Optional<Alert> before, Transition decided, long revision) {
        State stands = before.map(Alert::state).orElse(State.NORMAL);
        if (stands == decided.to() || endedMeanwhile(stands, decided) || forgotten(stands, decided)) {
            return Optional.empty();
        }
        // Whoever decides may have forgotten, or not heard: what is stored is what people were told.
        Transition last = decided.from(stands);
        return Optional.of(new Change(Kind.of(stands, last.to()), Episodes.after(before, last, revision), null, null));
    }

    private static boolean endedMeanwhile(State stands, Transition decided) {
        return stands == State.NORMAL && decided.from().active() && decided.to() != State.FIRING;
    }

    /** What people were told does not become pending again. */
    private static boolean forgotten(State stands, Transition decided) {
        return stands.active() && decided.to() == State.PENDING;
    }
}
