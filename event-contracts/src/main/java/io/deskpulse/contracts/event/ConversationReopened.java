package io.deskpulse.contracts.event;

/** A closed conversation was taken up again; the type alone says it. */
public record ConversationReopened() implements ConversationData {}
