package io.deskpulse.contracts.event;

/**
 * An incident is over.
 *
 * @param component required
 * @param kind never null; {@link IncidentKind#OTHER} when not given
 */
public record IncidentClosed(String component, IncidentKind kind) implements IncidentData {}
