package io.deskpulse.survey.definition;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When somebody is asked, and when not. Immutable.
 *
 * @param ask what makes offers
 * @param by by what means people are asked when an episode has closed
 * @param delay how long after the close
 * @param again how long someone who was asked by this survey is left alone by it
 * @param exempt whether it asks people whom the tenant's rules would leave alone
 */
public record Policy(
        Ask ask,
        Conditions conditions,
        By by,
        Duration delay,
        Sampling sampling,
        Optional<Duration> again,
        boolean exempt) {
    private static final Duration LONGEST_DELAY = Duration.ofDays(7);
    private static final Duration SHORTEST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofDays(366);

    /** Whoever asks gets an offer, as far as the tenant's rules allow. */
    public static final Policy STANDARD = new Policy(
            Ask.REQUEST, Conditions.NONE, By.WIDGET, Duration.ZERO, Sampling.EVERYONE, Optional.empty(), false);

    /** What makes offers of a survey. */
    public enum Ask {
        /** The close of an episode, and nothing else. */
        CLOSE,
        /** A request, be it for the widget or for a link. */
        REQUEST,
        /** A request for a link, and nothing else. */
        LINK;

        /** By their names in documents. */
        public static final Map<String, Ask> BY_WIRE = byWire(values(), Ask::wire);

        public String wire() {
            return Policy.wire(this);
        }
    }

    /** By what means people are asked when an episode has closed. */
    public enum By {
        WIDGET,
        EMAIL,
        SMS;

        /** By their names in documents. */
        public static final Map<String, By> BY_WIRE = byWire(values(), By::wire);

        public String wire() {
            return Policy.wire(this);
        }
    }

    public Policy {
        if (ask != Ask.CLOSE && by != By.WIDGET) {
            throw new InvalidSurvey("/means", "Leave it out, or ask on close: other offers are handed to the caller.");
        }
        if (ask != Ask.CLOSE && !delay.isZero()) {
            throw new InvalidSurvey("/delay", "Leave it out, or ask on close: other offers are made at once.");
        }
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new InvalidSurvey("/delay", "Send an ISO 8601 duration from PT0S to P7D.");
        }
        if (again.isPresent()
                && (again.get().compareTo(SHORTEST_REST) < 0 || again.get().compareTo(LONGEST_REST) > 0)) {
            throw new InvalidSurvey("/again", "Send an ISO 8601 duration from PT1M to P366D, or leave it out.");
        }
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E> Map<String, E> byWire(E[] constants, Function<E, String> wire) {
        return Arrays.stream(constants).collect(Collectors.toUnmodifiableMap(wire, constant -> constant));
    }
}
