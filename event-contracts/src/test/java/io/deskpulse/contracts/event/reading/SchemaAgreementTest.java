package io.deskpulse.contracts.event.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.event.reading.Reading.Read;
import io.deskpulse.contracts.event.reading.Samples.Sample;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader and the published schemas say the same of every sample, and of every sample with one field changed. */
class SchemaAgreementTest {
    private static final long NOW = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();
    private static final Set<String> ATTRIBUTES =
            Set.of("id", "source", "type", "subject", "time", "specversion", "datacontenttype", "dataschema", "data");

    private static final String VALUES =
            """
            [null, 0, 1, -1, 1.0, 0.5,
             7, 1000001, 1e3, 1e400, -1e400, 12345678901234567890, true, false, [], {}, {"min":1}, {"min":0,"max":10}, "", " ", "bot",
             "CNY", "1.50", "labour", "other", "text", "zh-CN", "a_b", "1.0",
             "2026-11-21T11:00:00Z", "2026-13-21T11:00:00Z", "\\u0000", "\\u3000好\\u3000", "\\ud83d", "\\ud83d\\ude9a", "a\\u00adb", "x/1", "application/json"]""";

    private final EventReader reader = EventReader.forClients(EnumSet.allOf(EventType.class));

    static List<Sample> valid() {
        return Samples.in("valid");
    }

    static List<Sample> invalid() {
        return Samples.in("invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void bothAcceptEveryValidSample(Sample sample) {
        assertThat(read(sample.json())).isInstanceOf(Read.class);
        assertThat(EventSchemas.check(sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void bothRefuseEveryInvalidSample(Sample sample) {
        JsonNode event = sample.json().get("event");

        Reading reading = read(event);

        assertThat(reading).isInstanceOf(Fault.class);
        Fault fault = (Fault) reading;
        assertThat(fault.problem()).isEqualTo(sample.json().get("problem").asText());
        assertThat(fault.pointer()).isEqualTo(sample.json().get("pointer").asText());
        boolean beyondSchema = sample.json().path("beyondSchema").asBoolean();
        assertThat(EventSchemas.check(event).isEmpty()).isEqualTo(beyondSchema);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeHasASampleAndASchemaOfTheSameFields(EventType type) throws IOException {
        assertThat(valid())
                .anyMatch(sample -> sample.json().get("type").asText().equals(type.wire()));
        JsonNode schema = Samples.JSON.readTree(EventSchemas.text(type.wire()));
        Set<String> properties = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(properties::add);
        assertThat(properties).isEqualTo(new TreeSet<>(DataShapes.of(type).names()));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void bothSayTheSameOfASampleWithOneFieldChanged(Sample sample) throws IOException {
        int compared = 0;
        for (JsonNode changed : changes(sample.json())) {
            Reading reading = read(changed);
            if (beyondSchema(reading)) {
                continue;
            }
            assertThat(reading instanceof Read)
                    .as("%s: schema says %s of %.600s", reading, EventSchemas.check(changed), changed)
                    .isEqualTo(EventSchemas.check(changed).isEmpty());
            compared++;
        }
        assertThat(compared).isPositive();
    }

    @Test
    void detailsNeverRepeatWhatWasSent() {
        for (Sample sample : invalid()) {
            Fault fault = (Fault) read(sample.json().get("event"));
            assertThat(fault.detail()).doesNotContain("dreamt", "acme", "robot", "coffee", "zh_CN", "stars");
        }
    }

    private static List<JsonNode> changes(JsonNode event) throws IOException {
        List<JsonNode> changes = new ArrayList<>();
        for (String name : ATTRIBUTES) {
            for (JsonNode value : values()) {
                ObjectNode changed = event.deepCopy();
                changed.set(name, value);
                changes.add(changed);
            }
            ObjectNode without = event.deepCopy();
            without.remove(name);
            changes.add(without);
        }
        EventType type = EventType.ofWire(event.get("type").asText());
        for (String name : DataShapes.of(type).names()) {
            for (JsonNode value : values()) {
                ObjectNode changed = event.deepCopy();
                changed.withObject("/data").set(name, value);
                changes.add(changed);
            }
            ObjectNode without = event.deepCopy();
            without.withObject("/data").remove(name);
            changes.add(without);
        }
        return changes;
    }

    private static List<JsonNode> values() throws IOException {
        List<JsonNode> values = new ArrayList<>();
        Samples.JSON.readTree(VALUES).forEach(values::add);
        for (int length : new int[] {64, 65, 128, 129, 2_049, 8_001}) {
            values.add(TextNode.valueOf("x".repeat(length)));
            values.add(TextNode.valueOf("🚚".repeat(length)));
        }
        return values;
    }

    /** Rules that a schema cannot say: real dates, a value inside its scale, whose clock it is. */
    private static boolean beyondSchema(Reading reading) {
        return reading instanceof Fault fault
                && (fault.problem().equals(Faults.TIME_OUT_OF_RANGE)
                        || fault.problem().equals(Faults.TENANT_MISMATCH)
                        || fault.pointer().equals("/data/value"));
    }

    private Reading read(JsonNode event) {
        byte[] bytes = Samples.text(event).getBytes(UTF_8);
        return reader.readStructured(bytes, 0, bytes.length, "demo", NOW);
    }
}
