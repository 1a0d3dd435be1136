package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.metrics.folding.state.StateWriter.NEVER;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/** How long customers of an episode wait for responses, filed when they come. Mutable, used by one thread. */
final class Waits {
    private long firstCustomerAt = NEVER;
    private long waitingSince = NEVER;
    private long firstEscalationAt = NEVER;
    private boolean responded;
    private boolean humanResponded;

    /** A public message of the customer came. */
    void customerWrote(long timeMillis) {
        if (firstCustomerAt == NEVER) {
            firstCustomerAt = timeMillis;
        }
        if (waitingSince == NEVER) {
            waitingSince = timeMillis;
        }
    }

    /** An escalation of any reason came. */
    void escalated(long timeMillis) {
        if (firstEscalationAt == NEVER) {
            firstEscalationAt = timeMillis;
        }
    }

    /** A public message of a bot came. */
    void botWrote(long timeMillis, Dimensions dimensions, Filing filing) {
        if (!responded && customerHasWritten()) {
            file(firstCustomerAt, timeMillis, dimensions, Measure.BOT_FIRST_RESPONSE_TIME, filing);
        }
        response(timeMillis, dimensions, filing);
    }

    /** A public message of a human came. */
    void humanWrote(long timeMillis, Dimensions dimensions, Filing filing) {
        long askedAt = firstEscalationAt == NEVER ? firstCustomerAt : firstEscalationAt;
        if (!humanResponded && askedAt != NEVER) {
            humanResponded = true;
            file(askedAt, timeMillis, dimensions, Measure.HUMAN_FIRST_RESPONSE_TIME, filing);
        }
        response(timeMillis, dimensions, filing);
    }

    /** Whether a message of a bot or human is a response, no greeting. */
    boolean customerHasWritten() {
        return firstCustomerAt != NEVER;
    }

    /** When the customer first wrote, or {@link StateWriter#NEVER}. */
    long firstCustomerAt() {
        return firstCustomerAt;
    }

    private void response(long timeMillis, Dimensions dimensions, Filing filing) {
        if (waitingSince == NEVER) {
            return;
        }
        if (!responded) {
            responded = true;
            file(firstCustomerAt, timeMillis, dimensions, Measure.FIRST_RESPONSE_TIME, filing);
        }
        file(waitingSince, timeMillis, dimensions, Measure.RESPONSE_TIME, filing);
        waitingSince = NEVER;
    }

    private static void file(long since, long until, Dimensions dimensions, Measure measure, Filing filing) {
        filing.quantity(until, dimensions, measure, Math.max(0, until - since), 1);
    }

    void write(StateWriter writer) {
        writer.writeTime(firstCustomerAt);
        writer.writeTime(waitingSince);
        writer.writeTime(firstEscalationAt);
        writer.writeByte((responded ? 1 : 0) | (humanResponded ? 2 : 0));
    }

    static Waits read(StateReader reader) {
        Waits read = new Waits();
        read.firstCustomerAt = reader.readTime();
        read.waitingSince = reader.readTime();
        read.firstEscalationAt = reader.readTime();
        int flags = reader.readByte();
        read.responded = (flags & 1) != 0;
        read.humanResponded = (flags & 2) != 0;
        return read;
    }
}
