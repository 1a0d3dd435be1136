package io.deskpulse.survey.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave. */
@ConfigMapping(prefix = "deskpulse.survey.outbox")
public interface OutboxSettings {
    /** Whether this instance sends; some instance must. */
    @WithDefault("true")
    boolean relay();

    /** How often it is looked for what other instances have written; own events are sent at once. */
    @WithDefault("500ms")
    Duration lookEvery();

    /** How long to wait after events were sent, so that the next turn has more of them: a turn costs the same for one and for many. */
    @WithDefault("50ms")
    Duration gather();

    /** How long to wait after Kafka or Postgres failed. */
    @WithDefault("1s")
    Duration pause();

    /** How many events are sent in one turn. */
    @WithDefault("500")
    int batch();
}
