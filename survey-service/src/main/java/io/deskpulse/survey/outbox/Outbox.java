package io.deskpulse.survey.outbox;

import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Changes the database and tells of it, both or neither: messages are written in the transaction of the change, and sent
 * afterwards by the {@link Relay}. Thread-safe.
 */
@ApplicationScoped
public class Outbox {
    private final Transactions transactions;
    private final MessageStore store;
    private final OutboxMeters meters;
    private final Bell bell;
    private final Tracing tracing;

    Outbox(Transactions transactions, MessageStore store, OutboxMeters meters, Bell bell, Tracing tracing) {
        this.tracing = tracing;
        this.transactions = transactions;
        this.store = store;
        this.meters = meters;
        this.bell = bell;
    }

    /**
     * Makes a change in one transaction.
     *
     * @param change is given the list that takes what is to be told; a change that fails tells nothing
     */
    public <T> Uni<T> changeAndTell(Function<List<Message>, Uni<T>> change) {
        return Uni.createFrom().deferred(() -> {
            List<Message> messages = new ArrayList<>();
            String trace = tracing.current();
            return transactions
                    .run(() -> change.apply(messages).call(() -> store.append(following(trace, messages))))
                    .invoke(() -> written(messages.size()));
        });
    }

    /** The trace that messages which are made now follow from; null where nothing is traced. */
    public String trace() {
        return tracing.current();
    }

    /** The same messages, as what follows from a trace; null for none. */
    public static List<Message> following(String trace, List<Message> messages) {
        return trace == null
                ? messages
                : messages.stream().map(message -> message.following(trace)).toList();
    }

    /** So many messages were written, and committed, by a statement of its own: they are sent at once. */
    public void written(int messages) {
        if (messages > 0) {
            meters.written(messages);
            bell.ring();
        }
    }
}
