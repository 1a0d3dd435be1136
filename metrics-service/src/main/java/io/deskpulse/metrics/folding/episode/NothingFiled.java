package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.folding.Filing;

/** Where the facts of test conversations go. */
enum NothingFiled implements Filing {
    INSTANCE;

    @Override
    public void count(long timeMillis, Dimensions dimensions, Measure measure, long weight) {
        // left out of every metric
    }

    @Override
    public void quantity(long timeMillis, Dimensions dimensions, Measure measure, long value, int weight) {
        // left out of every metric
    }

    @Override
    public void money(long timeMillis, Dimensions dimensions, Measure measure, String currency, long micros) {
        // left out of every metric
    }

    @Override
    public void distinct(long timeMillis, Dimensions dimensions, Measure measure, String member) {
        // left out of every metric
    }
}
