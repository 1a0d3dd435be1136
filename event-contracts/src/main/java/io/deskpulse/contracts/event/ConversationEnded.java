package io.deskpulse.contracts.event;

/**
 * A conversation was closed by the platform.
 *
 * @param reason never null; {@link EndReason#CLOSED} when not given
 * @param goalReached whether the goal of the conversation was reached, or null
 */
public record ConversationEnded(EndReason reason, Boolean goalReached) implements ConversationData {}
