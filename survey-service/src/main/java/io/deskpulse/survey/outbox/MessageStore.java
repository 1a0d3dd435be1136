package io.deskpulse.survey.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where messages wait until they are sent. */
public interface MessageStore {
    /** Adds messages in their order; belongs to the current transaction. */
    Uni<Void> append(List<Message> messages);
}
