package io.deskpulse.survey.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was before, as far as it decides whether somebody is asked now. Immutable.
 *
 * @param earlier what was offered in the same conversation or about the same episode
 * @param hindrance why the person cannot be reached by the means wanted
 * @param contacts what the person was offered before, by all surveys
 * @param rest how long the tenant's people are left alone by all surveys; zero for not at all
 * @param taken how many places of the quota are taken
 */
public record Past(Earlier earlier, Optional<Hindrance> hindrance, List<Contact> contacts, Duration rest, int taken) {
    /** Nothing was, and there are no rules. */
    public static final Past NONE = new Past(Earlier.NOTHING, Optional.empty(), List.of(), Duration.ZERO, 0);

    public Past {
        contacts = List.copyOf(contacts);
    }

    /** What was offered before. */
    public enum Earlier {
        NOTHING,
        /** This survey, in the same conversation. */
        IN_CONVERSATION,
        /** Any survey, about the same episode. */
        ABOUT_EPISODE
    }

    /**
     * Why a person cannot be reached.
     *
     * @param reason a code, stable over releases
     */
    public record Hindrance(String reason, Sentence sentence) {}
}
