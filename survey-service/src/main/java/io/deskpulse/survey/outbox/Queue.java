package io.deskpulse.survey.outbox;

/** The waiting messages, seen from the side that sends them. Calls block. */
public interface Queue {
    /**
     * Hands the oldest messages to {@code sink} and forgets them once it returns. One caller at a time does so, over all
     * instances; what goes wrong at any moment leaves every message there.
     *
     * @param most how many at once
     * @return how many were sent; 0 where none wait, or where another instance is sending
     * @throws Sink.Failed where the sink could not take them
     * @throws QueueUnavailable where the queue cannot be reached
     */
    int send(int most, Sink sink) throws Sink.Failed, QueueUnavailable;

    /** How many messages wait. */
    long waiting() throws QueueUnavailable;

    /** The queue cannot be reached. */
    final class QueueUnavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public QueueUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
