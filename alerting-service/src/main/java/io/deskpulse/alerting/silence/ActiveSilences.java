package io.deskpulse.alerting.silence;

import java.time.Instant;
import java.util.List;

/** The silences in force. Calls block; thread-safe. */
public interface ActiveSilences {
    /** Those of a tenant that are active at a moment. */
    List<Silence> at(String tenant, Instant moment);
}
