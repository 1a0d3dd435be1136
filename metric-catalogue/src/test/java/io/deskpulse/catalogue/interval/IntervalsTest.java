package io.deskpulse.catalogue.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    /** Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I. */
    @Test
    void wilson_gives_the_published_intervals() {
        assertInterval(Intervals.ofRate(81, 263), 0.2553, 0.3662);
        assertInterval(Intervals.ofRate(15, 148), 0.0624, 0.1605);
        assertInterval(Intervals.ofRate(0, 20), 0, 0.1611);
        assertInterval(Intervals.ofRate(1, 29), 0.0061, 0.1718);
    }

    @Test
    void a_rate_of_nothing_has_no_interval() {
        assertThat(Intervals.ofRate(0, 0)).isNull();
    }

    @Property
    void an_interval_holds_its_rate_and_stays_within_zero_and_one(
            @ForAll @LongRange(min = 0, max = 1_000_000) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000_000) long denominator) {
        Assume.that(numerator <= denominator);

        Interval interval = Intervals.ofRate(numerator, denominator);

        assertThat(interval.low()).isBetween(0.0, (double) numerator / denominator);
        assertThat(interval.high()).isBetween((double) numerator / denominator, 1.0);
    }

    @Test
    void a_mean_gets_the_normal_interval_of_the_samples_deviation() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sample deviation sqrt(32 / 7)
        Interval interval = Intervals.ofMean(8, 40, 232);

        assertInterval(interval, 5 - 1.959964 * Math.sqrt(32.0 / 7 / 8), 5 + 1.959964 * Math.sqrt(32.0 / 7 / 8));
    }

    @Test
    void one_value_has_no_interval() {
        assertThat(Intervals.ofMean(1, 5, 25)).isNull();
    }

    /** 50 promoters, 30 passives and 20 detractors: NPS 30, standard error 7.81 (7.8102 = 100 sqrt(0.61 / 100)). */
    @Test
    void nps_has_its_own_standard_error() {
        assertInterval(Intervals.ofNetPromoter(50, 20, 100), 30 - 15.308, 30 + 15.308);
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(0.0005));
        assertThat(interval.high()).isCloseTo(high, within(0.0005));
    }
}
