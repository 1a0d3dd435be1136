package io.deskpulse.survey.offer;

import java.util.UUID;

/** What is to be offered. */
public sealed interface Wanted {
    /** This survey. */
    record ById(UUID survey) implements Wanted {}

    /** Whichever survey is published under this trigger. */
    record ByTrigger(String trigger) implements Wanted {}
}
