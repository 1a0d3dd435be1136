package io.deskpulse.metrics.folding.episode;

import io.deskpulse.contracts.event.ConversationData;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Visibility;
import io.deskpulse.metrics.folding.Subject.Arrival;

/**
 * One event of a conversation as its phases see it.
 *
 * @param data what happened
 * @param timeMillis when, by its own time
 * @param arrival when it came in
 */
record Occurrence(ConversationData data, long timeMillis, Arrival arrival) {
    /** Whether it is a message that the customer sees. */
    boolean isPublicMessage() {
        return data instanceof ConversationMessage message && message.visibility() == Visibility.PUBLIC;
    }

    boolean isPrivateMessage() {
        return data instanceof ConversationMessage message && message.visibility() == Visibility.PRIVATE;
    }

    /** Whether it is a public message of the customer. */
    boolean isCustomerMessage() {
        return isPublicMessage() && ((ConversationMessage) data).from() == Party.CUSTOMER;
    }
}
