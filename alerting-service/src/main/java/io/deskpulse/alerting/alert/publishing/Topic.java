package io.deskpulse.alerting.alert.publishing;

import java.util.List;

/** Where changes go. */
public interface Topic {
    /**
     * Returns when all of them are stored there for good, in their order for each key. Blocks.
     *
     * @throws Unwritten where some of them may not be: all of them are to be sent again
     */
    void write(List<Message> messages);

    /** It cannot be written to at present. */
    final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unwritten(String reason) {
            super(reason, null, false, false);
        }
    }
}
