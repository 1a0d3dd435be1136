package io.deskpulse.survey.outbox.postgres;

import io.deskpulse.survey.outbox.Message;
import io.vertx.core.buffer.Buffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Messages as part of a statement that changes something else too. */
public interface WaitingMessages {
    /** The columns that a statement fills. */
    String COLUMNS = "tenant, event_id, type, subject, occurred_at, key, data, trace";

    /** The types of the arrays that {@link #arrays} gives. */
    List<String> TYPES = List.of("text", "text", "text", "text", "timestamptz", "bytea", "bytea", "text");

    /** An array for each column, with a value for each message. */
    static List<Object> arrays(List<Message> messages) {
        return List.of(
                texts(messages, Message::tenant),
                texts(messages, Message::id),
                texts(messages, message -> message.type().wire()),
                texts(messages, Message::subject),
                messages.stream()
                        .map(message -> message.time().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                bytes(messages, Message::key),
                bytes(messages, Message::data),
                texts(messages, Message::trace));
    }

    private static String[] texts(List<Message> messages, Function<Message, String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }

    private static Object bytes(List<Message> messages, Function<Message, byte[]> value) {
        return messages.stream()
                .map(message -> Buffer.buffer(value.apply(message)))
                .toArray(Buffer[]::new);
    }
}
