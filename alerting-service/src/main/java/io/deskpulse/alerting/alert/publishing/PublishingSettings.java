package io.deskpulse.alerting.alert.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of alerts reach their topic. Where Kafka is stands in {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "deskpulse.alerting.publishing")
public interface PublishingSettings {
    /** Whether this instance sends; some instance must. */
    @WithDefault("true")
    boolean enabled();

    /** The topic that changes are written to. */
    @WithDefault("alerts")
    String topic();

    /** How often it is looked for what other instances have written; own changes are sent at once. */
    @WithDefault("500ms")
    Duration lookEvery();

    /** How long to wait after Kafka or Postgres failed. */
    @WithDefault("1s")
    Duration pause();

    /** How many changes are sent in one turn. */
    @WithDefault("500")
    int batch();

    /** How long the changes of one turn are tried before the turn fails; well below the minute after which Postgres ends it. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** How long one try may take. */
    @WithDefault("4s")
    Duration requestTimeout();
}
