package io.deskpulse.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.PartitionKey;
import io.deskpulse.contracts.event.reading.Attribute;
import io.deskpulse.contracts.event.reading.Attributes;
import io.deskpulse.contracts.event.reading.EventReader;
import io.deskpulse.contracts.event.reading.Faults;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.event.reading.Rfc3339;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode, the data as value (docs/reference/events.md). Thread-safe.
 */
public final class KafkaEvents {
    private static final Map<String, Attribute> ATTRIBUTES = attributes();
    private static final byte[] NO_DATA = {'{', '}'};
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Reading.Fault NO_TENANT = new Reading.Fault(
            Faults.INVALID_VALUE, Attribute.TENANT.pointer(), "The header ce_tenant is missing or names no tenant.");

    private static final Header SPECVERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");
    private static final Header[] TYPES = new Header[EventType.values().length];

    static {
        for (EventType type : EventType.values()) {
            TYPES[type.ordinal()] = header("ce_type", type.wire());
        }
    }

    private final EventReader reader = EventReader.forLog();
    private final RecentValues recent = new RecentValues();

    /** The tenant whose event was read last: consecutive records mostly have the same. */
    private volatile String lastTenant = "";

    /**
     * The record of an event, without partition: the key decides.
     *
     * @param data the JSON object of its data as it was sent, or masked; null or empty stands for none
     * @param receivedMillis when it was received: the record's timestamp, and what readers compare its time with
     */
    public static ProducerRecord<byte[], byte[]> record(String topic, Event event, byte[] data, long receivedMillis) {
        return record(topic, null, event, PartitionKey.of(event), data, receivedMillis);
    }

    /** The record of an event in one given partition; for events that go to every one. */
    public static ProducerRecord<byte[], byte[]> record(
            String topic, Integer partition, Event event, byte[] key, byte[] data, long receivedMillis) {
        byte[] value = data == null || data.length == 0 ? NO_DATA : data;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, receivedMillis, key, value);
        writeHeaders(event, record.headers());
        return record;
    }

    /** Adds the CloudEvents attributes of the event. */
    public static void writeHeaders(Event event, Headers headers) {
        byte[] time = new byte[24];
        Rfc3339.write(event.timeMillis(), time);
        headers.add(SPECVERSION)
                .add(new RecordHeader("ce_id", event.id().getBytes(UTF_8)))
                .add(new RecordHeader("ce_source", event.source().getBytes(UTF_8)))
                .add(TYPES[event.type().ordinal()])
                .add(new RecordHeader("ce_subject", event.subject().getBytes(UTF_8)))
                .add(new RecordHeader("ce_time", time))
                .add(new RecordHeader("ce_tenant", event.tenant().getBytes(UTF_8)))
                .add(CONTENT_TYPE);
    }

    /**
     * Reads and checks a record; whoever wrote it. Its time is compared with the record's timestamp, so that a record
     * that was good when it was written stays good however late it is read.
     */
    public Reading read(ConsumerRecord<byte[], byte[]> record) {
        Attributes attributes = new Attributes();
        for (Header header : record.headers()) {
            note(header, attributes);
        }
        String tenant = attributes.get(Attribute.TENANT);
        if (tenant == null || !known(tenant)) {
            return NO_TENANT;
        }
        byte[] value = record.value() == null ? NO_DATA : record.value();
        return reader.readBinary(attributes, value, 0, value.length, tenant, record.timestamp());
    }

    private void note(Header header, Attributes attributes) {
        Attribute attribute = ATTRIBUTES.get(header.key());
        byte[] value = attribute == null ? null : header.value();
        if (value != null) {
            attributes.set(attribute, recent.text(attribute, value));
        }
    }

    private static Map<String, Attribute> attributes() {
        Map<String, Attribute> attributes = new HashMap<>();
        for (Attribute attribute : Attribute.values()) {
            attributes.put("ce_" + attribute.wire(), attribute);
        }
        attributes.put("content-type", Attribute.DATACONTENTTYPE);
        return attributes;
    }

    private boolean known(String tenant) {
        if (tenant.equals(lastTenant)) {
            return true;
        }
        boolean valid = TENANT.matcher(tenant).matches();
        if (valid) {
            lastTenant = tenant;
        }
        return valid;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
