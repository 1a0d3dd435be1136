package io.deskpulse.survey.episode.postgres;

import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.episode.Episode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** An episode as a row; written by {@link PostgresEpisodes}. */
@Entity(name = "EpisodeRow")
@Table(name = "episode")
class EpisodeRow {
    @Id
    String id;

    String tenant;
    long revision;
    boolean stands;
    boolean reopened;
    String conversation;
    int number;
    String customer;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    String outcome;
    String channel;
    String scene;
    String language;
    String handler;
    String segment;
    String variant;
    String region;
    String topic;

    Episode episode() {
        return new Episode(
                id, revision, stands, reopened, tenant, conversation, number, customer, startedAt, closedAt, values());
    }

    private Map<Dimension, String> values() {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        put(values, Dimension.OUTCOME, outcome);
        put(values, Dimension.CHANNEL, channel);
        put(values, Dimension.SCENE, scene);
        put(values, Dimension.LANGUAGE, language);
        put(values, Dimension.HANDLER, handler);
        put(values, Dimension.SEGMENT, segment);
        put(values, Dimension.VARIANT, variant);
        put(values, Dimension.REGION, region);
        put(values, Dimension.TOPIC, topic);
        return values;
    }

    private static void put(Map<Dimension, String> values, Dimension dimension, String value) {
        if (value != null) {
            values.put(dimension, value);
        }
    }
}
