package io.deskpulse.metrics.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.DistinctSketch;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistersTest {
    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_095, 4_200, 30_000})
    void holdsTheGreatestRankOfEachRegisterHoweverManyThereAre(int members) {
        // Given
        Registers registers = new Registers();
        Map<Integer, Integer> expected = new TreeMap<>();

        // When
        for (int i = 0; i < members; i++) {
            long hash = random.nextLong();
            int register = DistinctSketch.registerOf(hash);
            int rank = DistinctSketch.rankOf(hash);
            registers.add(register, rank);
            expected.merge(register, rank, Math::max);
        }

        // Then
        assertThat(contents(registers)).isEqualTo(expected);
        assertThat(registers.size()).isEqualTo(expected.size());
        assertThat(registers.bytes()).isLessThanOrEqualTo(DistinctSketch.REGISTERS);
        byte[] ranks = new byte[expected.size()];
        int i = 0;
        for (int rank : expected.values()) {
            ranks[i++] = (byte) rank;
        }
        assertThat(registers.estimate()).isEqualTo(DistinctSketch.estimate(ranks, ranks.length));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5_000})
    void aUnionSeesWhatBothHaveSeen(int members) {
        // Given
        Registers one = new Registers();
        Registers two = new Registers();
        Registers both = new Registers();
        for (int i = 0; i < members; i++) {
            long hash = random.nextLong();
            (i % 3 == 0 ? one : two).add(DistinctSketch.registerOf(hash), DistinctSketch.rankOf(hash));
            both.add(DistinctSketch.registerOf(hash), DistinctSketch.rankOf(hash));
        }

        // When
        one.add(two);

        // Then
        assertThat(contents(one)).isEqualTo(contents(both));
    }

    private static Map<Integer, Integer> contents(Registers registers) {
        Map<Integer, Integer> contents = new TreeMap<>();
        registers.forEach(contents::put);
        return contents;
    }
}
