package io.deskpulse.survey.result.driver;

import io.deskpulse.survey.result.Selection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Consumer;

/** The points that offers were given, row by row. */
public interface ScoreRows {
    /**
     * Reads the offers that have all of the items, the newest first, and keeps none of them.
     *
     * @param items the columns
     * @param most how many of the newest offers with the first item are looked at
     * @param take is given one row after the other
     * @return how many offers were looked at; fails with {@link io.deskpulse.survey.result.TooMuch}
     */
    Uni<Long> read(Selection selection, List<Item> items, int most, Consumer<double[]> take);
}
