package io.deskpulse.metrics.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SeriesCodecTest {
    private static final int SLOTS = 60;

    /** One thing that is added. */
    record Addition(int slot, long value, int bin, int weight) {}

    @Property(tries = 300)
    void whatIsPackedIsUnpackedAsItWas(@ForAll Shape shape, @ForAll("additions") List<Addition> additions) {
        // Given
        Series series = new Series(shape, SLOTS);
        additions.forEach(each -> add(series, each));

        // When
        Series unpacked = SeriesCodec.decode(shape, SLOTS, SeriesCodec.encode(series));

        // Then
        for (int slot = 0; slot < SLOTS; slot++) {
            assertThat(unpacked.isEmpty(slot)).isEqualTo(series.isEmpty(slot));
            assertThat(tally(unpacked, slot)).usingRecursiveComparison().isEqualTo(tally(series, slot));
        }
    }

    @Property(tries = 100)
    void theOrderOfAdditionsDoesNotMatter(@ForAll Shape shape, @ForAll("additions") List<Addition> additions) {
        Series there = new Series(shape, SLOTS);
        Series back = new Series(shape, SLOTS);
        for (int i = 0; i < additions.size(); i++) {
            add(there, additions.get(i));
            add(back, additions.get(additions.size() - 1 - i));
        }

        assertThat(SeriesCodec.encode(there)).isEqualTo(SeriesCodec.encode(back));
    }

    @Property(tries = 100)
    void whatIsTakenBackLeavesNothing(@ForAll Shape shape, @ForAll("additions") List<Addition> additions) {
        Series series = new Series(shape, SLOTS);
        additions.forEach(each -> add(series, each));
        additions.forEach(each -> add(series, new Addition(each.slot, each.value, each.bin, -each.weight)));

        if (shape != Shape.DISTINCT) {
            assertThat(SeriesCodec.encode(series)).isEmpty();
        }
    }

    @Test
    void aFullMinuteBlockOfCountsTakesTwoBytesABucket() {
        Series series = new Series(Shape.COUNT, SLOTS);
        for (int slot = 0; slot < SLOTS; slot++) {
            series.addCount(slot, 50);
        }

        assertThat(SeriesCodec.encode(series)).hasSize(2 * SLOTS);
    }

    @Provide
    Arbitrary<List<Addition>> additions() {
        Arbitrary<Integer> bins =
                Arbitraries.oneOf(Arbitraries.integers().between(-50, 1_500), Arbitraries.just(Integer.MIN_VALUE));
        return Combinators.combine(
                        Arbitraries.integers().between(0, SLOTS - 1),
                        Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L),
                        bins,
                        Arbitraries.of(1, -1, 3))
                .as(Addition::new)
                .list()
                .ofMaxSize(200);
    }

    private static void add(Series series, Addition addition) {
        long value = addition.value * addition.weight;
        switch (series.shape()) {
            case COUNT -> series.addCount(addition.slot, value);
            case MONEY -> series.addMoney(addition.slot, value);
            case DISTINCT ->
                series.addRank(addition.slot, Math.abs(addition.bin % 16_384), (int) (1 + Math.abs(value % 51)));
            case MEAN -> series.addQuantities(addition.slot, addition.weight, value, value);
            case DISTRIBUTION, SCORE -> {
                series.addQuantities(addition.slot, addition.weight, value, value);
                series.addBin(addition.slot, addition.bin, addition.weight);
            }
        }
    }

    private static Tally tally(Series series, int slot) {
        Tally tally = new Tally();
        series.addTo(slot, tally);
        return tally;
    }
}
