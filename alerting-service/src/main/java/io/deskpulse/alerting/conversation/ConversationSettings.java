package io.deskpulse.alerting.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How conversations are watched. */
@ConfigMapping(prefix = "deskpulse.alerting.conversations")
public interface ConversationSettings {
    /** Whether this instance watches; some instance must. */
    @WithDefault("true")
    boolean enabled();

    /** The topic that events are read from. */
    @WithDefault("interactions")
    String topic();

    /** The consumer group: one for all instances. */
    @WithDefault("deskpulse-alerting-conversations")
    String group();

    /** How much of the topic is read at the start to know the conversations that go on. */
    @WithDefault("6h")
    Duration memory();

    /** What happened longer ago when it is read pages nobody: events that are loaded afterwards. */
    @WithDefault("15m")
    Duration late();

    /** How many conversations are kept in mind, for each partition; the ones that were silent longest are forgotten first. */
    @WithDefault("50000")
    int most();

    /** How long to wait after Kafka or Postgres failed. */
    @WithDefault("1s")
    Duration pause();

    /** Where people find a conversation, with {@code {conversation}} in place of its id; alerts link to it where it is given. */
    Optional<String> link();
}
