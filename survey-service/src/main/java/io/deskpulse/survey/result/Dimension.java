package io.deskpulse.survey.result;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what offers can be told apart: what is known of their episode and of how they were made. */
public enum Dimension {
    OUTCOME,
    CHANNEL,
    LANGUAGE,
    HANDLER,
    SEGMENT,
    SCENE,
    VARIANT,
    REGION,
    TOPIC,
    MEANS,
    STRATUM;

    /** Stands for what is not known. */
    public static final String UNKNOWN = "unknown";

    /** Those whose response rates are told: where they differ, the answers do not stand for everybody. */
    public static final List<Dimension> COMPARED = List.of(OUTCOME, CHANNEL, LANGUAGE, HANDLER, SEGMENT);

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** As parameters, answers and columns name it. */
    public String wire() {
        return wire;
    }

    /** The one of this name. */
    public static Optional<Dimension> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.wire.equals(wire))
                .findFirst();
    }
}
