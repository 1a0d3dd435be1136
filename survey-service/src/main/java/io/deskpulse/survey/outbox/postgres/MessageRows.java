package io.deskpulse.survey.outbox.postgres;

import io.deskpulse.survey.outbox.Message;
import io.deskpulse.survey.outbox.MessageStore;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table of waiting messages. */
@ApplicationScoped
class MessageRows implements PanacheRepository<MessageRow>, MessageStore {
    @Override
    public Uni<Void> append(List<Message> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : persist(messages.stream().map(MessageRow::of));
    }
}
