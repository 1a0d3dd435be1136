package io.deskpulse.contracts.event;

/**
 * A visit is over.
 *
 * @param pages how many pages were seen, or null
 * @param seconds how long it lasted, or null
 */
public record VisitEnded(Integer pages, Double seconds) implements VisitData {}
