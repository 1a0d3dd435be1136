package io.deskpulse.survey.result.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionTest {
    /**
     * J. W. Longley, "An appraisal of least squares programs for the electronic computer from the viewpoint of the user", JASA 62
     * (1967): employment, then deflator, GNP, unemployed, armed forces, population, year. The certified values are those of the
     * NIST Statistical Reference Datasets (itl.nist.gov/div898/strd/lls/data/Longley.shtml).
     */
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
        {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    private static final double[] CERTIFIED = {
        15.0618722713733,
        -0.358191792925910E-01,
        -2.02022980381683,
        -1.03322686717359,
        -0.511041056535807E-01,
        1829.15146461355
    };
    private static final double[] CERTIFIED_ERRORS = {
        84.9149257747669,
        0.334910077722432E-01,
        0.488399681651699,
        0.214274163161675,
        0.226073200069370,
        455.478499142212
    };

    @Test
    void numbersAreThoseThatAreCertifiedForLongleysData() {
        // Twenty-six rows are needed; what the certified numbers say of sixteen is known of each twice, too: the
        // estimates stay.
        Regression regression = new Regression(6);
        for (int copy = 0; copy < 2; copy++) {
            for (double[] row : LONGLEY) {
                regression.add(row);
            }
        }

        Fit.Fitted fit = (Fit.Fitted) regression.fit();

        assertThat(fit.rSquared()).isEqualTo(0.995479004577296, within(1e-9));
        assertThat(fit.lowSample()).isTrue();
        // Residual sum of squares doubles while degrees of freedom go from 9 to 25, and X'X doubles.
        double errors = Math.sqrt(9.0 / 25);
        for (int i = 0; i < CERTIFIED.length; i++) {
            double scale = deviation(i + 1) / deviation(0);
            Fit.Coefficient one = fit.coefficients().get(i);
            assertThat(one.beta()).isEqualTo(CERTIFIED[i] * scale, within(1e-7));
            assertThat(one.standardError()).isEqualTo(CERTIFIED_ERRORS[i] * scale * errors, within(1e-7));
        }
        assertThat(fit.coefficients().get(1).inflation())
                .as("the inflation of GNP that R's car::vif gives for longley")
                .isEqualTo(1788.513, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasPutInIsFound(long seed) {
        Random random = new Random(seed);
        Regression regression = new Regression(3);
        for (int i = 0; i < 20_000; i++) {
            double[] row = {0, random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            row[0] = 0.6 * row[1] + 0.3 * row[2] + Math.sqrt(1 - 0.36 - 0.09) * random.nextGaussian();
            regression.add(row);
        }

        Fit.Fitted fit = (Fit.Fitted) regression.fit();

        assertThat(fit.rSquared()).isEqualTo(0.45, within(0.02));
        assertThat(fit.coefficients().get(0).beta()).isEqualTo(0.6, within(0.03));
        assertThat(fit.coefficients().get(1).beta()).isEqualTo(0.3, within(0.03));
        assertThat(fit.coefficients().get(0).p()).isLessThan(1e-6);
        assertThat(fit.coefficients().get(0).importance()).isEqualTo(0.8, within(0.02));
        assertThat(fit.coefficients().get(2).importance()).isLessThan(0.01);
        assertThat(fit.coefficients().get(0).inflation()).isEqualTo(1, within(0.01));
    }

    @Test
    void itemsThatSayTheSameAreNamed() {
        Random random = new Random(7);
        Regression regression = new Regression(4);
        for (int i = 0; i < 500; i++) {
            double speed = 1 + random.nextInt(5);
            double attitude = 1 + random.nextInt(5);
            regression.add(new double[] {speed + random.nextGaussian(), speed, 3, attitude, 2 * speed - attitude});
        }

        Fit.Fitted fit = (Fit.Fitted) regression.fit();

        assertThat(fit.unusable())
                .containsExactly(new Fit.Unusable(1, Fit.Reason.CONSTANT), new Fit.Unusable(3, Fit.Reason.COLLINEAR));
        assertThat(fit.coefficients()).extracting(Fit.Coefficient::item).containsExactly(0, 2);
        assertThat(fit.coefficients()).allSatisfy(one -> assertThat(one.p()).isBetween(0.0, 1.0));
    }

    @Test
    void fewRowsSayHowManyAreNeeded() {
        Regression regression = new Regression(2);
        List.of(1, 2, 3).forEach(n -> regression.add(new double[] {n, n, -n}));

        assertThat(regression.fit()).isEqualTo(new Fit.TooFew(3, 22));
    }

    @Test
    void whatNeverVariesIsDrivenByNothing() {
        Regression regression = new Regression(1);
        for (int i = 0; i < 100; i++) {
            regression.add(new double[] {5, i % 5});
        }

        assertThat(regression.fit()).isEqualTo(new Fit.NothingVaries(100));
    }

    @Property(tries = 50)
    void scalesDoNotMatter(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        Regression plain = new Regression(2);
        Regression scaled = new Regression(2);
        for (int i = 0; i < 200; i++) {
            double[] row = {0, 1 + random.nextInt(5), 1 + random.nextInt(5)};
            row[0] = row[1] + 0.5 * row[2] + random.nextGaussian();
            plain.add(row);
            scaled.add(new double[] {7 * row[0] + 3, 100 * row[1] - 5, row[2] / 10});
        }
        Fit.Fitted one = (Fit.Fitted) plain.fit();
        Fit.Fitted other = (Fit.Fitted) scaled.fit();

        assertThat(one.rSquared()).isBetween(0.0, 1.0).isEqualTo(other.rSquared(), within(1e-9));
        for (int i = 0; i < 2; i++) {
            assertThat(one.coefficients().get(i).beta())
                    .isEqualTo(other.coefficients().get(i).beta(), within(1e-9));
            assertThat(one.coefficients().get(i).p())
                    .isEqualTo(other.coefficients().get(i).p(), within(1e-9));
        }
        assertThat(one.coefficients().stream()
                        .mapToDouble(Fit.Coefficient::importance)
                        .sum())
                .isEqualTo(1, within(1e-9));
    }

    private static double deviation(int column) {
        double mean = 0;
        double squares = 0;
        for (double[] row : LONGLEY) {
            mean += row[column] / LONGLEY.length;
        }
        for (double[] row : LONGLEY) {
            squares += (row[column] - mean) * (row[column] - mean);
        }
        return Math.sqrt(squares / LONGLEY.length);
    }
}
