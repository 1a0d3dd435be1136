package io.deskpulse.contracts.event;

/**
 * One event with its CloudEvents attributes. Immutable.
 *
 * @param tenant whose event it is, from the token that sent it
 * @param source CloudEvents {@code source}
 * @param id CloudEvents {@code id}; unique for a tenant and source
 * @param type what happened
 * @param subject the conversation, customer, visitor, incident or category that it happened to
 * @param timeMillis when it happened, in milliseconds since 1970-01-01T00:00:00Z
 * @param data what exactly
 */
public record Event(
        String tenant, String source, String id, EventType type, String subject, long timeMillis, EventData data) {}
