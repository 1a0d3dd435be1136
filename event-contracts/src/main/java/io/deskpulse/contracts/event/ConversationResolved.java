package io.deskpulse.contracts.event;

/**
 * The problem counts as solved, until the customer writes again.
 *
 * @param by {@link Party#BOT} or {@link Party#HUMAN}; required
 * @param confirmation never null; {@link Confirmation#ASSUMED} when not given
 */
public record ConversationResolved(Party by, Confirmation confirmation) implements ConversationData {}
