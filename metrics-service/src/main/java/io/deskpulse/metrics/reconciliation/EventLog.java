package io.deskpulse.metrics.reconciliation;

import io.deskpulse.contracts.event.Event;
import java.time.Instant;

/** The log that everything was counted from. */
public interface EventLog {
    /** Opens one partition at its first record that is still kept. To be closed, and used by one thread. */
    Reader open(int partition, String tenant);

    /** Reads on through one partition. */
    interface Reader extends AutoCloseable {
        /** Offset of the first record that is kept. */
        long beginning();

        /**
         * Hands over the tenant's events that stand before a position and after what was read before.
         *
         * @param deadline when to give up
         * @throws TooLongException past the deadline
         */
        void readUntil(long position, Instant deadline, Sink sink);

        /** When the first record that is kept arrived, in milliseconds; {@link Long#MAX_VALUE} before one was read. */
        long firstArrivalMillis();

        @Override
        void close();
    }

    /** Takes events. */
    interface Sink {
        /**
         * @param arrivalMillis the timestamp of the record
         */
        void take(Event event, long arrivalMillis);
    }

    /** Reading took longer than it may. */
    final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooLongException() {
            super("reading the log took too long");
        }
    }
}
