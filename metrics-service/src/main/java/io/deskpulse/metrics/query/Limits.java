package io.deskpulse.metrics.query;

/**
 * How large an answer may become.
 *
 * @param series number of series
 * @param pointsOfSeries points of one series
 * @param points points of all series together
 * @param cells cells that are held while one is made; minutes of concurrency are more than its points
 */
record Limits(int series, int pointsOfSeries, int points, long cells) {
    /** A day by the minute over 50 combinations fits, and a browser can still draw it. */
    static final Limits USUAL = new Limits(1_000, 10_000, 100_000, 2_000_000);

    boolean allow(int groups, int pointsOfEach) {
        return groups <= series && (long) groups * pointsOfEach <= cells;
    }
}
