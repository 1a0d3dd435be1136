package io.deskpulse.alerting.conversation.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.conversation.WatchConversations;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.kafka.KafkaEvents;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads events that are of interest out of records; all others cost little. Thread-safe. */
@Singleton
class InteractionReader {
    private static final String TYPES = "conversation.";

    private final KafkaEvents events = new KafkaEvents();
    private final WatchConversations watch;

    InteractionReader(WatchConversations watch) {
        this.watch = watch;
    }

    List<Event> read(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Event> read = new ArrayList<>();
        records.forEach(record -> read(record).ifPresent(read::add));
        return read;
    }

    /** Empty for what is no event, none of a conversation, or of a tenant that watches nothing. */
    private Optional<Event> read(ConsumerRecord<byte[], byte[]> record) {
        if (!text(record, "ce_type").startsWith(TYPES) || !watch.watches(text(record, "ce_tenant"))) {
            return Optional.empty();
        }
        return events.read(record) instanceof Reading.Read read ? Optional.of(read.event()) : Optional.empty();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
