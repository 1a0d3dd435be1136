package io.deskpulse.survey.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When and how often a survey is offered.
 *
 * @param trigger a key by which it is asked for instead of its id; at most one published survey of a tenant has it
 * @param quota how many offers are made in all, over all versions
 * @param validFor how long an offer can be answered
 * @param endsAt when the last offer is made
 * @param policy who is asked, by what means and how often
 */
public record Terms(
        Optional<String> trigger, Optional<Integer> quota, Duration validFor, Optional<Instant> endsAt, Policy policy) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Of a survey that says nothing about it: whoever asks gets it, for a week each. */
    public static final Terms STANDARD =
            new Terms(Optional.empty(), Optional.empty(), Duration.ofDays(7), Optional.empty(), Policy.STANDARD);

    public Terms {
        trigger.ifPresent(key -> Rules.id("/trigger", key));
        if (quota.isPresent() && quota.get() < 1) {
            throw new InvalidSurvey("/quota", "Send a whole number from 1 to 2147483647, or leave it out.");
        }
        if (validFor.compareTo(SHORTEST) < 0 || validFor.compareTo(LONGEST) > 0) {
            throw new InvalidSurvey("/validFor", "Send an ISO 8601 duration from PT1M to P366D.");
        }
    }

    /** The same, to be asked for by its id alone. */
    Terms withoutTrigger() {
        return new Terms(Optional.empty(), quota, validFor, endsAt, policy);
    }
}
