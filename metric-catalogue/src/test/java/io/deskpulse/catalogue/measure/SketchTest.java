package io.deskpulse.catalogue.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SketchTest {
    private static final long LONGEST = 400L * 86_400_000;

    @Property
    void a_bucket_is_within_one_percent_of_what_fell_into_it(@ForAll @LongRange(min = 1, max = LONGEST) long millis) {
        double seconds = Sketch.valueOf(Sketch.indexOf(millis));

        assertThat(seconds).isCloseTo(millis / 1_000.0, within(millis / 1_000.0 * Sketch.RELATIVE_ERROR * 1.000001));
    }

    @Property
    void a_quantile_is_within_one_percent_of_the_item_of_its_rank(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 1, max = LONGEST) Long> waits,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        TreeMap<Integer, Long> bins = new TreeMap<>();
        waits.forEach(wait -> bins.merge(Sketch.indexOf(wait), 1L, Long::sum));

        double quantile = Sketch.quantile(bins, q);

        List<Long> sorted = waits.stream().sorted().toList();
        double exact = sorted.get((int) Math.floor(1 + q * (sorted.size() - 1)) - 1) / 1_000.0;
        assertThat(quantile).isCloseTo(exact, within(exact * Sketch.RELATIVE_ERROR * 1.000001));
    }

    @Property
    void an_index_does_not_depend_on_the_platforms_logarithm(@ForAll @LongRange(min = 1, max = LONGEST) long millis) {
        double gamma = (1 + Sketch.RELATIVE_ERROR) / (1 - Sketch.RELATIVE_ERROR);

        double place = StrictMath.log(millis) / StrictMath.log(gamma);

        assertThat(Sketch.indexOf(millis)).isEqualTo((int) Math.floor(place));
    }

    @Test
    void what_took_no_time_is_zero() {
        assertThat(Sketch.indexOf(0)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Sketch.valueOf(Integer.MIN_VALUE)).isZero();
        assertThat(Sketch.indexOf(1)).isGreaterThan(Integer.MIN_VALUE);
    }

    @Test
    void nothing_has_no_quantile() {
        assertThat(Sketch.quantile(new TreeMap<>(), 0.5)).isNaN();
    }

    @Test
    void zero_waits_come_before_all_others() {
        TreeMap<Integer, Long> bins = new TreeMap<>();
        bins.put(Sketch.indexOf(0), 6L);
        bins.put(Sketch.indexOf(5_000), 5L);

        assertThat(Sketch.quantile(bins, 0.5)).isZero();
        assertThat(Sketch.quantile(bins, 0.9)).isCloseTo(5, within(0.05));
    }
}
