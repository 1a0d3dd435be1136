package io.deskpulse.contracts.event;

/**
 * A part of the measured system stopped working as it should.
 *
 * @param component required
 * @param kind never null; {@link IncidentKind#OTHER} when not given
 */
public record IncidentOpened(String component, IncidentKind kind) implements IncidentData {}
