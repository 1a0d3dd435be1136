package io.deskpulse.survey.policy;

import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.Sampling;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that decides whether somebody is asked now. Immutable.
 *
 * @param definition what the survey says; empty where it is not published
 * @param ask what wants to ask: the close of an episode, a request, or a request for a link
 * @param due when an episode's close asks; empty on request
 * @param person the customer's id; null where nobody knows whom the survey meets
 * @param values what is known of person and episode
 * @param draw the lot, from 0 to below 1
 */
public record Situation(
        Instant now,
        UUID survey,
        Optional<Definition> definition,
        Policy.Ask ask,
        Optional<Due> due,
        String person,
        Map<Dimension, String> values,
        double draw,
        Past past) {
    /**
     * When a close asks.
     *
     * @param latest when it no longer does
     */
    public record Due(Instant at, Instant latest) {}

    public Situation {
        values = Map.copyOf(values);
    }

    /** The same, with a past. */
    public Situation after(Past other) {
        return new Situation(now, survey, definition, ask, due, person, values, draw, other);
    }

    /** How the person is sampled; only where the survey is published. */
    public Sampling.Share share() {
        Sampling sampling = policy().sampling();
        return sampling.of(sampling.by().map(values::get).orElse(null));
    }

    /** What is to be said where the last place of the quota went to somebody else meanwhile. */
    public Step quotaFull() {
        int quota = definition.orElseThrow().terms().quota().orElseThrow();
        Past full = new Past(past.earlier(), past.hindrance(), past.contacts(), past.rest(), quota);
        return new QuotaCheck().look(after(full));
    }

    Policy policy() {
        return definition.orElseThrow().terms().policy();
    }
}
