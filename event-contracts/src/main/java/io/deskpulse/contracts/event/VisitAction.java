package io.deskpulse.contracts.event;

/**
 * A visitor did something with the widget or a link.
 *
 * @param action required
 * @param page where, or null
 */
public record VisitAction(VisitActionKind action, String page) implements VisitData {}
