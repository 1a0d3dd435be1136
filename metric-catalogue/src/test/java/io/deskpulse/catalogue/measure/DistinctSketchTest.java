package io.deskpulse.catalogue.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctSketchTest {
    private final Random random = new Random(11);

    @Test
    void nothingIsNone() {
        assertThat(DistinctSketch.estimate(new byte[0], 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 40})
    void aFewAreCountedExactly(int members) {
        assertThat(estimate(members)).isEqualTo(members);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 5_000, 40_000, 60_000, 1_000_000})
    void manyAreCountedWithinFourStandardErrors(int members) {
        assertThat((double) estimate(members)).isCloseTo(members, within(4 * DistinctSketch.STANDARD_ERROR * members));
    }

    @Test
    void aMemberSeenAgainChangesNothing() {
        long hash = random.nextLong();

        assertThat(DistinctSketch.registerOf(hash)).isEqualTo(DistinctSketch.registerOf(hash));
        assertThat(DistinctSketch.rankOf(hash))
                .isEqualTo(DistinctSketch.rankOf(hash))
                .isPositive();
    }

    @Test
    void theRankIsThePlaceOfTheFirstBitBehindTheRegister() {
        assertThat(DistinctSketch.rankOf(1L << 49)).isEqualTo(1);
        assertThat(DistinctSketch.rankOf(1L << 48)).isEqualTo(2);
        assertThat(DistinctSketch.rankOf(0)).isEqualTo(51);
        assertThat(DistinctSketch.registerOf(-1L)).isEqualTo((1 << 14) - 1);
    }

    private long estimate(int members) {
        byte[] ranks = new byte[DistinctSketch.REGISTERS];
        for (int i = 0; i < members; i++) {
            long hash = random.nextLong();
            int register = DistinctSketch.registerOf(hash);
            ranks[register] = (byte) Math.max(ranks[register], DistinctSketch.rankOf(hash));
        }
        return DistinctSketch.estimate(ranks, ranks.length);
    }
}
