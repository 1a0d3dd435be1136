package io.deskpulse.survey.policy;

import java.time.Duration;

/**
 * What a tenant wants of all its surveys together.
 *
 * @param again how long somebody who was asked by any survey is left alone by all that are not exempt; zero for not at all
 * @param revision counts changes; 0 before the first
 */
public record SurveyRules(Duration again, long revision) {
    private static final Duration LONGEST = Duration.ofDays(366);

    public SurveyRules {
        if (again.isNegative() || again.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("from PT0S to P366D");
        }
    }
}
