package io.deskpulse.catalogue.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignificanceTest {
    /** Salk's trial of 1954: 57 of 200,745 vaccinated and 142 of 201,229 others fell ill; z = -6.01. */
    @Test
    void the_z_of_two_rates_is_the_published_one() {
        assertThat(Significance.zOfRates(57, 200_745, 142, 201_229)).isCloseTo(-6.01, within(0.01));
        assertThat(Significance.ofRates(57, 200_745, 142, 201_229)).isTrue();
    }

    @Test
    void a_small_difference_of_small_samples_is_not_significant() {
        assertThat(Significance.ofRates(14, 20, 12, 20)).isFalse();
    }

    @Test
    void an_empty_sample_says_nothing() {
        assertThat(Significance.ofRates(0, 0, 12, 20)).isNull();
        assertThat(Significance.ofMeans(1, 3, 9, 8, 40, 232)).isNull();
    }

    /** The two-sided 0.05 column of every printed table of Student's t. */
    @Test
    void students_points_are_those_of_the_tables() {
        assertThat(StudentT.critical95(1)).isCloseTo(12.706, within(0.0005));
        assertThat(StudentT.critical95(2)).isCloseTo(4.303, within(0.0005));
        assertThat(StudentT.critical95(5)).isCloseTo(2.571, within(0.0005));
        assertThat(StudentT.critical95(10)).isCloseTo(2.228, within(0.0005));
        assertThat(StudentT.critical95(30)).isCloseTo(2.042, within(0.0005));
        assertThat(StudentT.critical95(120)).isCloseTo(1.980, within(0.0005));
        assertThat(StudentT.critical95(1e9)).isCloseTo(1.960, within(0.0005));
    }

    /** Welch's example with unequal variances as given by Wikipedia ("Welch's t-test", example 3): t = -2.22, 24.9 df. */
    @Test
    void welch_finds_the_published_difference() {
        long n1 = 15;
        long n2 = 15;
        double mean1 = 20.8;
        double mean2 = 23.0;
        double variance1 = 7.9;
        double variance2 = 3.8;

        assertThat(Significance.welchDegrees(variance1 / n1, n1, variance2 / n2, n2))
                .isCloseTo(24.9, within(0.1));
        assertThat(Significance.ofMeans(
                        n1, n1 * mean1, squares(n1, mean1, variance1), n2, n2 * mean2, squares(n2, mean2, variance2)))
                .isTrue();
        assertThat(Significance.ofMeans(
                        n1, n1 * mean1, squares(n1, mean1, variance1), n2, n2 * 21.5, squares(n2, 21.5, variance2)))
                .isFalse();
    }

    private static double squares(long n, double mean, double variance) {
        return variance * (n - 1) + n * mean * mean;
    }
}
