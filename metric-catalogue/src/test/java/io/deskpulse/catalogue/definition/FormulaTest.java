package io.deskpulse.catalogue.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.catalogue.measure.Quantity;
import io.deskpulse.catalogue.measure.Tally;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FormulaTest {
    @Test
    void a_rate_of_nothing_is_null_and_flagged() {
        assertThat(Formula.rate(0, 0)).isEqualTo(new Figure(null, 0.0, 0.0, null, true));
    }

    @Property
    void a_rate_lies_between_zero_and_one_and_within_its_interval(
            @ForAll @LongRange(min = 0, max = 100_000) long numerator,
            @ForAll @LongRange(min = 1, max = 100_000) long denominator) {
        Assume.that(numerator <= denominator);

        Figure rate = Formula.rate(numerator, denominator);

        assertThat(rate.value()).isBetween(0.0, 1.0);
        assertThat(rate.value())
                .isBetween(rate.interval().low(), rate.interval().high());
        assertThat(rate.lowSample()).isEqualTo(denominator < 20);
    }

    @Property
    void a_mean_is_the_same_in_whatever_parts_it_was_counted(
            @ForAll @Size(min = 2, max = 50) List<@LongRange(min = 0, max = 10_000_000) Long> millis,
            @ForAll @LongRange(min = 1, max = 49) long cut) {
        Assume.that(cut < millis.size());
        Tally whole = tallyOf(millis);
        Tally parts = tallyOf(millis.subList(0, (int) cut));

        parts.add(tallyOf(millis.subList((int) cut, millis.size())));

        assertThat(Formula.mean(parts, Quantity.DURATION)).isEqualTo(Formula.mean(whole, Quantity.DURATION));
        assertThat(Formula.mean(whole, Quantity.DURATION).value())
                .isCloseTo(millis.stream().mapToLong(each -> each).average().orElseThrow() / 1_000, within(1e-6));
    }

    @Test
    void money_is_divided_exactly_where_it_can_be() {
        Figure cost = Formula.money(12_500_000, 50);

        assertThat(cost.value()).isEqualTo(0.25);
        assertThat(cost.numerator()).isEqualTo(12.5);
        assertThat(Formula.money(12_500_000, 0).value()).isNull();
    }

    @Test
    void a_quantile_carries_the_error_of_its_sketch() {
        Figure p90 = Formula.quantile(10, 40);

        assertThat(p90.interval().low()).isCloseTo(9.901, within(0.001));
        assertThat(p90.interval().high()).isCloseTo(10.101, within(0.001));
        assertThat(Formula.quantile(Double.NaN, 0).value()).isNull();
    }

    @Test
    void a_day_with_an_hour_down_was_up_for_the_rest() {
        assertThat(Formula.uptime(60, 1_440).value()).isCloseTo(23.0 / 24, within(1e-12));
        assertThat(Formula.uptime(0, 0).value()).isNull();
    }

    @Test
    void promoters_less_detractors_make_the_score() {
        assertThat(Formula.netPromoter(50, 20, 100).value()).isEqualTo(30);
    }

    @Test
    void squares_of_durations_are_kept_in_thousandths_of_a_square_second() {
        assertThat(Quantity.DURATION.squareOf(1_500)).isEqualTo(2_250);
        assertThat(Quantity.DURATION.squaresOf(2_250)).isEqualTo(2.25);
        assertThat(Quantity.SCORE.squareOf(-500_000)).isEqualTo(250_000);
        assertThat(Quantity.SCORE.squaresOf(250_000)).isEqualTo(0.25);
        assertThat(Quantity.NUMBER.squareOf(7)).isEqualTo(49);
    }

    private static Tally tallyOf(List<Long> millis) {
        Tally tally = new Tally();
        for (long each : millis) {
            tally.count++;
            tally.sum += each;
            tally.squares += Quantity.DURATION.squareOf(each);
        }
        return tally;
    }
}
