package io.deskpulse.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.ContentType;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.reading.EventReader;
import io.deskpulse.contracts.event.reading.EventSlices;
import io.deskpulse.contracts.event.reading.Faults;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.event.reading.Reading.Read;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Our encodings against those of the CloudEvents SDK. */
class KafkaEventsTest {
    private static final long NOW = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();
    private static final byte[] DATA = "{\"from\":\"customer\",\"text\":\"你好\"}".getBytes(UTF_8);
    private static final CloudEvent SENT = CloudEventBuilder.v1()
            .withId("e-1")
            .withSource(URI.create("/shop"))
            .withType("conversation.message")
            .withSubject("会话-1")
            .withTime(OffsetDateTime.parse("2026-11-21T19:59:00.25+08:00"))
            .withExtension("tenant", "demo")
            .withData("application/json", DATA)
            .build();

    private final KafkaEvents events = new KafkaEvents();
    private final EventReader reader = EventReader.forClients(EnumSet.allOf(EventType.class));

    @Test
    void theSdkReadsWhatWeWrite() {
        ProducerRecord<byte[], byte[]> record = KafkaEvents.record("interactions", eventOf(SENT), DATA, NOW);

        MessageReader message = KafkaMessageFactory.createReader(record.headers(), record.value());
        CloudEvent read = message.toEvent();

        assertThat(read.getId()).isEqualTo("e-1");
        assertThat(read.getSource()).isEqualTo(SENT.getSource());
        assertThat(read.getType()).isEqualTo("conversation.message");
        assertThat(read.getSubject()).isEqualTo("会话-1");
        assertThat(read.getTime().toInstant()).isEqualTo(SENT.getTime().toInstant());
        assertThat(read.getExtension("tenant")).isEqualTo("demo");
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(read.getData().toBytes()).isEqualTo(DATA);
    }

    @Test
    void weReadWhatTheSdkWrites() {
        ProducerRecord<Void, byte[]> written =
                KafkaMessageFactory.createWriter("interactions").writeBinary(SENT);

        Read read = (Read) events.read(consumed(written.headers(), written.value()));

        assertThat(read.event()).isEqualTo(eventOf(SENT));
    }

    @Test
    void weReadWhatWeWrite() {
        ProducerRecord<byte[], byte[]> written = KafkaEvents.record("interactions", eventOf(SENT), DATA, NOW);

        assertThat(written.timestamp()).isEqualTo(NOW);
        assertThat(events.read(consumed(written.headers(), written.value())))
                .isEqualTo(new Read(eventOf(SENT), 0, DATA.length));
    }

    @Test
    void weReadTheStructuredFormOfTheSdk() {
        byte[] json = EventFormatProvider.getInstance()
                .resolveFormat(ContentType.JSON)
                .serialize(SENT);

        assertThat(((Read) reader.readStructured(json, 0, json.length, "demo", NOW)).event())
                .isEqualTo(eventOf(SENT));
    }

    @Test
    void weReadABatchOfTheSdksEvents() {
        String json = new String(
                EventFormatProvider.getInstance()
                        .resolveFormat(ContentType.JSON)
                        .serialize(SENT),
                UTF_8);
        byte[] batch = ("[" + json + ",\n" + json + "]").getBytes(UTF_8);

        EventSlices slices = EventSlices.ofBatch(batch, 10);

        assertThat(slices.size()).isEqualTo(2);
        assertThat(((Read) reader.readStructured(batch, slices.offset(1), slices.length(1), "demo", NOW)).event())
                .isEqualTo(eventOf(SENT));
    }

    @Test
    void anEventWithoutDataGetsAnEmptyObject() {
        Event event = new Event(
                "demo",
                "/shop",
                "e-1",
                EventType.CONVERSATION_REOPENED,
                "c-1",
                NOW,
                new io.deskpulse.contracts.event.ConversationReopened());

        assertThat(KafkaEvents.record("interactions", event, new byte[0], NOW).value())
                .isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void judgesTheTimeByTheRecordsOwn() {
        ProducerRecord<byte[], byte[]> written =
                KafkaEvents.record("interactions", eventOf(SENT), DATA, NOW - 3_600_000);

        assertThat(((Fault) events.read(consumed(written.headers(), written.value(), NOW - 3_600_000))).problem())
                .isEqualTo(Faults.TIME_OUT_OF_RANGE);
        assertThat(events.read(consumed(written.headers(), written.value(), NOW)))
                .isInstanceOf(Read.class);
    }

    @Test
    void refusesARecordThatIsNoEvent() {
        assertThat(((Fault) events.read(consumed(new RecordHeaders(), "poison".getBytes(UTF_8)))).pointer())
                .isEqualTo("/tenant");
        Headers headers = new RecordHeaders();
        KafkaEvents.writeHeaders(eventOf(SENT), headers);
        assertThat(((Fault) events.read(consumed(headers, "poison".getBytes(UTF_8)))).problem())
                .isEqualTo(Faults.MALFORMED_JSON);
        assertThat(((Fault) events.read(consumed(headers, null))).pointer()).isEqualTo("/data/from");
        headers.remove("ce_tenant").add("ce_tenant", "Not A Tenant".getBytes(UTF_8));
        assertThat(((Fault) events.read(consumed(headers, DATA))).pointer()).isEqualTo("/tenant");
    }

    private static Event eventOf(CloudEvent sent) {
        return new Event(
                "demo",
                sent.getSource().toString(),
                sent.getId(),
                EventType.ofWire(sent.getType()),
                sent.getSubject(),
                sent.getTime().toInstant().toEpochMilli(),
                new ConversationMessage(
                        Party.CUSTOMER,
                        io.deskpulse.contracts.event.Visibility.PUBLIC,
                        null,
                        "你好",
                        null,
                        null,
                        null,
                        null));
    }

    private static ConsumerRecord<byte[], byte[]> consumed(Headers headers, byte[] value) {
        return consumed(headers, value, NOW);
    }

    private static ConsumerRecord<byte[], byte[]> consumed(Headers headers, byte[] value, long timestamp) {
        return new ConsumerRecord<>(
                "interactions",
                0,
                7,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                value == null ? 0 : value.length,
                null,
                value,
                headers,
                Optional.empty());
    }
}
