package io.deskpulse.survey.result.export;

import java.util.List;

/** Writes offers as a file, piece by piece; keeps nothing of what it has written. For one thread at a time. */
interface Sheet {
    /** What stands before the first offer. */
    byte[] begin();

    /** The next offers. */
    byte[] rows(List<AnsweredOffer> offers);

    /** What stands after the last offer. */
    byte[] end();
}
