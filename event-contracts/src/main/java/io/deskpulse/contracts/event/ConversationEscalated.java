package io.deskpulse.contracts.event;

/**
 * A bot, a rule or the customer asked for a human.
 *
 * @param reason required
 * @param queue where it waits, or null
 */
public record ConversationEscalated(EscalationReason reason, String queue) implements ConversationData {}
