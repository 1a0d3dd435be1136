package io.deskpulse.survey.definition;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which share of those who may be asked is asked. Groups can have shares of their own; what an answer stands for is kept with
 * it as its weight, so that results can be given for all and not just for those who were asked more. Immutable.
 *
 * @param percent of those in no stratum; above 0, at most 100
 * @param by what the strata are values of
 * @param strata percent by value, as {@code percent}
 */
public record Sampling(double percent, Optional<Dimension> by, Map<String, Double> strata) {
    private static final int MAX_STRATA = 100;
    private static final double LEAST = 0.01;
    private static final double ALL = 100;

    /** Whoever is in no stratum. */
    public static final String OTHERS = "~other";

    /** Everyone. */
    public static final Sampling EVERYONE = new Sampling(ALL, Optional.empty(), Map.of());

    /**
     * How someone is sampled.
     *
     * @param stratum the value that decided, {@link #OTHERS} for those in none; null where there are no strata
     * @param probability above 0, at most 1
     */
    public record Share(String stratum, double probability) {
        /** How many people someone who is asked stands for; at least 1. */
        public double weight() {
            return 1 / probability;
        }
    }

    public Sampling {
        check("/percent", percent);
        if (by.isEmpty() != strata.isEmpty()) {
            throw new InvalidSurvey(
                    by.isEmpty() ? "/by" : "/strata",
                    "Send by, a dimension, and strata, percents by its values, together.");
        }
        if (strata.size() > MAX_STRATA) {
            throw new InvalidSurvey("/strata", "Send at most " + MAX_STRATA + " of them.");
        }
        Map<String, Double> folded = new TreeMap<>();
        strata.forEach((value, share) -> {
            String pointer = "/strata/" + value.replace("~", "~0").replace("/", "~1");
            check(pointer, share);
            if (folded.put(Conditions.checked(pointer, value), share) != null) {
                throw new InvalidSurvey(pointer, "This value is there already: case and outer spaces do not count.");
            }
        });
        strata = Collections.unmodifiableMap(folded);
    }

    /** The share of those with this value of the dimension {@link #by}; null where it is not known. */
    public Share of(String value) {
        if (by.isEmpty()) {
            return new Share(null, percent / ALL);
        }
        String folded = value == null ? null : Dimension.folded(value);
        Double own = folded == null ? null : strata.get(folded);
        return own == null ? new Share(OTHERS, percent / ALL) : new Share(folded, own / ALL);
    }

    private static void check(String pointer, double percent) {
        if (!(percent >= LEAST && percent <= ALL)) {
            throw new InvalidSurvey(
                    pointer,
                    "Send a number from 0.01 to 100; whom you do not want to ask at all, leave out by conditions.");
        }
    }
}
