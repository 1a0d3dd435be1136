package io.deskpulse.alerting.instance;

import io.deskpulse.alerting.alert.Reason;
import java.util.Optional;

/**
 * What became of an instance.
 *
 * @param to where it stands now
 * @param reason why; empty where there is nothing to store. The state may be the one of before: then only {@code held} is to be stored
 */
public record Step(Standing to, Optional<Reason> reason) {
    static Step stay(Standing to) {
        return new Step(to, Optional.empty());
    }

    static Step because(Reason reason, Standing to) {
        return new Step(to, Optional.of(reason));
    }
}
