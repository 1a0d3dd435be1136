package io.deskpulse.ingest.intake;

import io.deskpulse.ingest.ratelimit.Admission;

/** What became of a request. */
public sealed interface Outcome {
    /** Each event has its result; those accepted are safely stored. */
    record Answered(Results results) implements Outcome {}

    /** Its tenant has sent too much; nothing was stored. */
    record RateLimited(Admission.Refused refusal) implements Outcome {}

    /** This instance has too much under way; nothing was stored. */
    record Overloaded() implements Outcome {}

    /** Not everything could be stored; sending all of it again is right, and counts nothing twice. */
    record Unavailable(String reason) implements Outcome {}
}
