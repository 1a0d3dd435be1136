package io.deskpulse.contracts.event;

/**
 * A customer or visitor left their details or reached another goal.
 *
 * @param conversation the conversation that led to it, or null
 * @param goal never null; {@code lead} when not given
 */
public record LeadCreated(String conversation, String goal) implements CommerceData {}
