package io.deskpulse.survey.episode;

import io.deskpulse.survey.definition.Dimension;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A closed episode as its last journey told of it.
 *
 * @param id {@code <tenant>/<conversation>#<number>}
 * @param revision the greater one counts
 * @param stands false where the close was taken back
 * @param reopened whether another episode of the conversation has begun since
 * @param customer or null
 * @param values by dimension, where known
 */
public record Episode(
        String id,
        long revision,
        boolean stands,
        boolean reopened,
        String tenant,
        String conversation,
        int number,
        String customer,
        Instant startedAt,
        Instant closedAt,
        Map<Dimension, String> values) {
    public Episode {
        values = Map.copyOf(values);
    }

    /** What offers keep of it. */
    public EpisodeFacts facts() {
        return new EpisodeFacts(
                id,
                values.get(Dimension.OUTCOME),
                values.get(Dimension.HANDLER),
                values.get(Dimension.SCENE),
                values.get(Dimension.SEGMENT),
                values.get(Dimension.VARIANT),
                values.get(Dimension.REGION),
                values.get(Dimension.TOPIC));
    }

    /** What is known, with what a caller says about channel and language, which may each be null, before what the episode says. */
    public static Map<Dimension, String> known(Map<Dimension, String> values, String channel, String language) {
        Map<Dimension, String> known = new EnumMap<>(Dimension.class);
        known.putAll(values);
        if (channel != null) {
            known.put(Dimension.CHANNEL, Dimension.folded(channel));
        }
        if (language != null) {
            known.put(Dimension.LANGUAGE, Dimension.folded(language));
        }
        return known;
    }
}
