package io.deskpulse.contracts.event.reading;

import io.deskpulse.contracts.event.Event;

/** What became of reading one event. Immutable. */
public sealed interface Reading {
    /**
     * The event follows every rule.
     *
     * @param event with defaults filled in and dimension values trimmed and lower-cased
     * @param dataOffset where the JSON object of its data starts in the bytes that were read
     * @param dataLength the length of that object in bytes; 0 where the event has no data
     */
    record Read(Event event, int dataOffset, int dataLength) implements Reading {}

    /**
     * The event breaks a rule; the first one found.
     *
     * @param problem stable URI of the kind of fault, one of {@link Faults}
     * @param pointer JSON pointer into the structured form of the event; empty for the event as a whole
     * @param detail what to do, in words that hold nothing of the event's own values
     */
    record Fault(String problem, String pointer, String detail) implements Reading {
        /** The same fault, seen from {@code parent}, a JSON pointer. */
        Fault under(String parent) {
            return new Fault(problem, parent + pointer, detail);
        }
    }
}
