package io.deskpulse.alerting.silence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where silences are kept. Calls block; thread-safe. */
public interface Silences extends ActiveSilences {
    void add(Silence silence);

    /** Writes one whose revision is still the one before; whether it did. */
    boolean change(Silence silence);

    Optional<Silence> find(String tenant, UUID id);

    /** Those made before another, the newest first; all where no state is asked for. */
    List<Silence> list(String tenant, Optional<Silence.State> state, Instant now, Optional<UUID> before, int most);
}
