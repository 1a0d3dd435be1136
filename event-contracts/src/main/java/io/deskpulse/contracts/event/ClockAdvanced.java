package io.deskpulse.contracts.event;

/** All that the sources of a tenant have to report up to the time of this event has been sent. */
public record ClockAdvanced() implements EventData {}
