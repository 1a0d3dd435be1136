package io.deskpulse.survey.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.definition.Sampling;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** A hundred thousand people each time; lots and seeds are fixed, so what holds once holds always. */
class SamplingPropertyTest {
    private static final int PEOPLE = 100_000;
    /** Standard deviations; a right sampler is further off once in 1.7 million. */
    private static final double FAR = 5;

    private static final List<String> SEGMENTS = List.of("vip", "new", "regular", "regular", "regular", "unheard-of");

    @Property(tries = 10, seed = "42")
    void realisedRatesLieWithinBinomialBoundsAndWeightsRestoreTheShares(
            @ForAll @DoubleRange(min = 0.05, max = 1) double vip,
            @ForAll @DoubleRange(min = 0.05, max = 1) double fresh,
            @ForAll @DoubleRange(min = 0.01, max = 1) double others,
            @ForAll long key) {
        Sampling sampling = new Sampling(
                others * 100, Optional.of(Dimension.SEGMENT), Map.of("VIP", vip * 100, "new", fresh * 100));
        Lots lots = new Lots(ByteBuffer.allocate(8).putLong(key).array());
        Map<String, Integer> people = new HashMap<>();
        Map<String, Integer> asked = new HashMap<>();
        Map<String, Double> weights = new HashMap<>();
        Map<String, Double> probability = new HashMap<>();

        for (int person = 0; person < PEOPLE; person++) {
            String segment = SEGMENTS.get(person % SEGMENTS.size());
            Sampling.Share share = sampling.of(segment);
            people.merge(segment, 1, Integer::sum);
            probability.put(segment, share.probability());
            if (lots.draw(People.id(1), "conversation c-" + person) < share.probability()) {
                asked.merge(segment, 1, Integer::sum);
                weights.merge(segment, share.weight(), Double::sum);
            }
        }

        people.forEach((segment, count) -> {
            double p = probability.get(segment);
            double deviation = Math.sqrt(count * p * (1 - p));
            assertThat((double) asked.get(segment)).isCloseTo(count * p, within(FAR * deviation + 1e-9));
            // The sum of weights estimates how many people there are (Horvitz and Thompson).
            assertThat(weights.get(segment)).isCloseTo(count, within(FAR * deviation / p + 1e-6));
        });
    }

    @Test
    void lotIsTheSameEachTimeAndForEachInstance() {
        Lots lots = new Lots(new byte[] {1, 2, 3});

        assertThat(lots.draw(People.id(1), "conversation c-1"))
                .isEqualTo(new Lots(new byte[] {1, 2, 3}).draw(People.id(1), "conversation c-1"));
    }

    @Test
    void lotsOfSurveysConversationsAndKeysAreIndependent() {
        Lots lots = new Lots(new byte[] {1});
        Lots other = new Lots(new byte[] {2});
        int bothSurveys = 0;
        int bothKeys = 0;
        for (int i = 0; i < PEOPLE; i++) {
            String occasion = "episode e-" + i;
            boolean asked = lots.draw(People.id(1), occasion) < 0.5;
            bothSurveys += asked && lots.draw(new UUID(9, 9), occasion) < 0.5 ? 1 : 0;
            bothKeys += asked && other.draw(People.id(1), occasion) < 0.5 ? 1 : 0;
        }

        double deviation = Math.sqrt(PEOPLE * 0.25 * 0.75);
        assertThat((double) bothSurveys).isCloseTo(PEOPLE * 0.25, within(FAR * deviation));
        assertThat((double) bothKeys).isCloseTo(PEOPLE * 0.25, within(FAR * deviation));
    }
}
