package io.deskpulse.survey.policy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one check found.
 *
 * @param check its name, stable over releases
 * @param reason why nobody is asked, a code stable over releases; null where the check was passed
 * @param facts what it looked at, by name
 * @param until when it would be passed, as far as time alone can change it; or null
 */
public record Step(String check, String reason, Sentence sentence, Map<String, String> facts, Instant until) {
    public Step {
        facts = new TreeMap<>(facts);
    }

    static Step passed(String check, String english, String chinese, Map<String, String> facts) {
        return new Step(check, null, new Sentence(english, chinese), facts, null);
    }

    static Step failed(String check, String reason, String english, String chinese, Map<String, String> facts) {
        return new Step(check, reason, new Sentence(english, chinese), facts, null);
    }

    public boolean passed() {
        return reason == null;
    }

    Step until(Instant time) {
        return new Step(check, reason, sentence, facts, time);
    }
}
