package io.deskpulse.survey.result.driver;

import java.util.List;

/** What becomes of the question for drivers. */
public sealed interface Drivers {
    /**
     * It was looked for them.
     *
     * @param items what may drive the target
     * @param offers how many of the newest offers with the target were looked at; those with all items are the rows of the fit
     * @param limited whether there may be older ones that were not looked at
     */
    record Found(Item target, List<Item> items, long offers, boolean limited, Fit fit) implements Drivers {}

    /** There is no such survey. */
    record UnknownSurvey() implements Drivers {}

    /**
     * A target or item that the survey does not have, or that has no points.
     *
     * @param possible those it has
     */
    record NotNumeric(String parameter, List<String> possible) implements Drivers {}

    /** Nothing but the target has points. */
    record NoItems() implements Drivers {}
}
