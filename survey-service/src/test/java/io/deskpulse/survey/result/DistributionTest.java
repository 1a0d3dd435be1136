package io.deskpulse.survey.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.catalogue.interval.Interval;
import io.deskpulse.catalogue.interval.Intervals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final double EXACT = 1e-9;

    @Test
    void weightedNumbersAreThoseOfTheSurveyLiterature() {
        // svymean(~x, svydesign(~1, weights = ~w, data = data.frame(x = c(1, 3, 4, 5), w = c(1, 2, 2, 5)))) of R: the
        // mean is
        // (1 + 6 + 8 + 25) / 10; each unit's linearised part is w (x - 4) / 10.
        Distribution given = weighted(List.of(answer(1, 1), answer(3, 2), answer(4, 2), answer(5, 5)));

        Estimate mean = given.weightedMean();

        assertThat(mean.value()).isEqualTo(4.0, within(EXACT));
        double error = Math.sqrt(4.0 / 3 * (0.3 * 0.3 + 0.2 * 0.2 + 0 + 0.5 * 0.5));
        assertThat(mean.interval().high()).isEqualTo(4 + 1.959963984540054 * error, within(EXACT));
        assertThat(mean.sample()).as("Kish: 100 / 34").isEqualTo(100.0 / 34, within(EXACT));
        assertThat(mean.lowSample()).isTrue();
    }

    @Test
    void weightsRestoreTheShares() {
        // Half of the satisfied and all of the others were asked.
        Distribution given = weighted(List.of(answer(5, 2), answer(5, 2), answer(1, 1), answer(1, 1)));

        assertThat(given.mean().value()).isEqualTo(3.0);
        assertThat(given.weightedMean().value()).isEqualTo(22.0 / 6, within(EXACT));
        assertThat(given.weightedShare(point -> point >= 4).value()).isEqualTo(4.0 / 6, within(EXACT));
        assertThat(given.share(point -> point >= 4).value()).isEqualTo(0.5);
    }

    @Test
    void shareOfAllIsNotCertain() {
        Distribution given = weighted(List.of(answer(5, 1), answer(5, 3)));

        assertThat(given.weightedShare(point -> point >= 4).interval().low()).isBetween(0.1, 0.9);
        assertThat(given.weightedShare(point -> point >= 4).interval().high()).isEqualTo(1);
    }

    @Test
    void nothingAnsweredHasNoNumbers() {
        Distribution nothing = new Distribution(Map.of());

        assertThat(nothing.mean()).isEqualTo(Estimate.NONE);
        assertThat(nothing.weightedMean()).isEqualTo(Estimate.NONE);
        assertThat(nothing.netPromoter()).isEqualTo(Estimate.NONE);
        assertThat(nothing.weightedShare(point -> true)).isEqualTo(Estimate.NONE);
    }

    @Test
    void oneAnswerHasNoIntervalOfItsMean() {
        Estimate mean = weighted(List.of(answer(4, 3))).weightedMean();

        assertThat(mean.value()).isEqualTo(4);
        assertThat(mean.interval()).isNull();
        assertThat(mean.sample()).isEqualTo(1);
    }

    @Property(tries = 300)
    void equalWeightsChangeNothing(@ForAll("scores") List<Integer> scores, @ForAll("weight") double weight) {
        Distribution given =
                weighted(scores.stream().map(score -> answer(score, weight)).toList());

        near(given.weightedMean(), given.mean());
        near(given.weightedShare(point -> point >= 8), given.share(point -> point >= 8));
        assertThat(given.weightedNetPromoter().value())
                .isEqualTo(given.netPromoter().value(), within(1e-6));
    }

    @Property(tries = 300)
    void weightsAreRelative(@ForAll("answers") List<Tuple2<Integer, Double>> answers, @ForAll("weight") double factor) {
        Distribution given = weighted(answers);
        Distribution scaled = weighted(answers.stream()
                .map(answer -> answer(answer.get1(), answer.get2() * factor))
                .toList());

        near(scaled.weightedMean(), given.weightedMean());
        near(scaled.weightedNetPromoter(), given.weightedNetPromoter());
        assertThat(given.weightedMean().sample()).isBetween(1 - 1e-9, answers.size() + 1e-9);
    }

    @Property(tries = 300)
    void numbersAreThoseOfTheAnswersOneByOne(@ForAll("answers") List<Tuple2<Integer, Double>> answers) {
        Distribution given = weighted(answers);
        double weights = answers.stream().mapToDouble(Tuple2::get2).sum();
        double mean =
                answers.stream().mapToDouble(each -> each.get1() * each.get2()).sum() / weights;
        long promoters = answers.stream().filter(each -> each.get1() >= 9).count();
        long detractors = answers.stream().filter(each -> each.get1() <= 6).count();

        assertThat(given.weightedMean().value()).isEqualTo(mean, within(1e-6));
        assertThat(given.netPromoter().value())
                .isEqualTo(100.0 * (promoters - detractors) / answers.size(), within(1e-6));
        assertThat(given.netPromoter().interval())
                .isEqualTo(Intervals.ofNetPromoter(promoters, detractors, answers.size()));
    }

    @Provide
    Arbitrary<List<Integer>> scores() {
        return Arbitraries.integers().between(0, 10).list().ofMinSize(2).ofMaxSize(60);
    }

    @Provide
    Arbitrary<Double> weight() {
        return Arbitraries.doubles().between(1, 50);
    }

    @Provide
    Arbitrary<List<Tuple2<Integer, Double>>> answers() {
        return net.jqwik.api.Combinators.combine(Arbitraries.integers().between(0, 10), weight())
                .as(DistributionTest::answer)
                .list()
                .ofMinSize(2)
                .ofMaxSize(60);
    }

    private static void near(Estimate one, Estimate other) {
        assertThat(one.value()).isEqualTo(other.value(), within(1e-6));
        Interval a = one.interval();
        Interval b = other.interval();
        assertThat(a.low()).isEqualTo(b.low(), within(1e-5));
        assertThat(a.high()).isEqualTo(b.high(), within(1e-5));
    }

    private static Tuple2<Integer, Double> answer(int score, double weight) {
        return net.jqwik.api.Tuple.of(score, weight);
    }

    private static Distribution weighted(List<Tuple2<Integer, Double>> answers) {
        Map<Integer, Counted> points = new HashMap<>();
        answers.forEach(each ->
                points.merge(each.get1(), new Counted(1, each.get2(), each.get2() * each.get2()), Counted::plus));
        return new Distribution(points);
    }
}
