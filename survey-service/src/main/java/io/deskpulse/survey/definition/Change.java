package io.deskpulse.survey.definition;

/** What became of a change to a survey. */
public sealed interface Change {
    /** It was made; {@code survey} is how it stands now. */
    record Made(Survey survey) implements Change {}

    /** The tenant has no such survey. */
    record NotFound() implements Change {}

    /** Someone else has changed it meanwhile. */
    record Stale(long revision) implements Change {}

    /** Its answers count already: it can be archived only. */
    record Published() implements Change {}

    /** Another published survey has the trigger. */
    record TriggerTaken() implements Change {}
}
