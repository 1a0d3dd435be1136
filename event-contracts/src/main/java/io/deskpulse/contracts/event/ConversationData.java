package io.deskpulse.contracts.event;

/** What happens in a conversation; the subject is the conversation id. */
public sealed interface ConversationData extends EventData
        permits ConversationStarted,
                ConversationMessage,
                ConversationEscalated,
                ConversationResolved,
                ConversationReopened,
                ConversationEnded {}
