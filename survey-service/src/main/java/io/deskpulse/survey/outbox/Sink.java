package io.deskpulse.survey.outbox;

import java.util.List;

/** Where messages go. */
public interface Sink {
    /** Returns when all of them are stored there for good, in their order for each key. Blocks. */
    void take(List<Message> messages) throws Failed;

    /** Some of them may not be stored: all of them are to be sent again. */
    final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        public Failed(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
