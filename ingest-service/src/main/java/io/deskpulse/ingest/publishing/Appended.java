package io.deskpulse.ingest.publishing;

/** What became of writing events. */
public sealed interface Appended {
    /** Every event is written and acknowledged by all replicas in sync. */
    record Written() implements Appended {}

    /** Too much is under way; nothing of this was written. */
    record Overloaded() implements Appended {}

    /**
     * At least one event could not be written; others may have been, and will be duplicates when they are sent again.
     *
     * @param reason for the log and for operators
     */
    record Unavailable(String reason) implements Appended {}
}
