package io.deskpulse.survey.answer;

import io.deskpulse.survey.definition.InvalidAnswer;
import java.util.List;
import java.util.Optional;

/** What became of an answer, or of the wish to finish. */
public sealed interface Taken {
    /**
     * It is kept.
     *
     * @param changed false where the same was there before
     */
    record Kept(boolean changed) implements Taken {}

    /**
     * The offer has ended.
     *
     * @param code the incentive that goes with it, the same each time
     */
    record Ended(Optional<String> code) implements Taken {
        /** Tells no code: it may end up in a log. */
        @Override
        public String toString() {
            return "ended";
        }
    }

    /** There is no such offer, or the token is another one's. */
    record UnknownOffer() implements Taken {}

    /** The offer can no longer be answered. */
    record Expired() implements Taken {}

    /** The offer was finished, and with other answers. */
    record Finished() implements Taken {}

    /** The survey has no such question. */
    record UnknownQuestion() implements Taken {}

    /** The question is not shown to whom answered the earlier ones so. */
    record Hidden() implements Taken {}

    /** The answer does not fit the question. */
    record Invalid(InvalidAnswer fault) implements Taken {}

    /** These required questions are shown and have no answer. */
    record Missing(List<String> questions) implements Taken {}
}
