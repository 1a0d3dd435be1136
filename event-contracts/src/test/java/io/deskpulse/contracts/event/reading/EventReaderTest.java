package io.deskpulse.contracts.event.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.contracts.event.Visibility;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.event.reading.Reading.Read;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ATTRIBUTES =
            """
            "specversion":"1.0","id":"e1","source":"/shop","type":"conversation.message","subject":"c1",\
            "time":"2026-11-21T11:59:00.250Z\"""";

    private final EventReader reader = EventReader.forClients(EnumSet.allOf(EventType.class));

    @Test
    void readsAMessageWithItsDefaults() {
        Read read = read("{" + ATTRIBUTES + ",\"data\":{\"from\":\"bot\",\"topic\":\" Taxi \",\"answered\":false}}");

        assertThat(read.event())
                .isEqualTo(new Event(
                        "demo",
                        "/shop",
                        "e1",
                        EventType.CONVERSATION_MESSAGE,
                        "c1",
                        Instant.parse("2026-11-21T11:59:00.250Z").toEpochMilli(),
                        new ConversationMessage(Party.BOT, Visibility.PUBLIC, null, null, "taxi", false, null, null)));
    }

    @Test
    void readsDataThatStandsBeforeItsType() {
        Read late = read("{\"data\":{\"from\":\"human\"}," + ATTRIBUTES + "}");
        Read early = read("{" + ATTRIBUTES + ",\"data\":{\"from\":\"human\"}}");

        assertThat(late.event()).isEqualTo(early.event());
    }

    @Test
    void saysWhereTheDataStandsInTheBuffer() {
        for (String json : new String[] {
            "{" + ATTRIBUTES + ",\"data\" : {\"from\":\"human\",\"text\":\"你好 }\"} }",
            "{\"data\" : {\"from\":\"human\",\"text\":\"你好 }\"} ," + ATTRIBUTES + "}"
        }) {
            byte[] buffer = ("[é " + json + ",").getBytes(UTF_8);
            int offset = "[é ".getBytes(UTF_8).length;

            Read read = (Read)
                    reader.readStructured(buffer, offset, json.getBytes(UTF_8).length, "demo", NOW.toEpochMilli());

            assertThat(new String(buffer, read.dataOffset(), read.dataLength(), UTF_8))
                    .isEqualTo("{\"from\":\"human\",\"text\":\"你好 }\"}");
        }
    }

    @Test
    void saysThatThereIsNoData() {
        String json = "{" + ATTRIBUTES.replace("message", "reopened") + ",\"data\":null}";

        assertThat(read(json).dataLength()).isZero();
    }

    @Test
    void takesNullForAbsent() {
        Read read = read("{" + ATTRIBUTES.replace("message", "started")
                + ",\"datacontenttype\":null,\"data\":{\"channel\":\"WEB\",\"scene\":null,\"customer\":null}}");

        assertThat(read.event().data())
                .isEqualTo(new ConversationStarted(
                        "web", Scene.OTHER, null, null, null, null, null, null, null, Party.CUSTOMER, false));
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        Read read = read("{" + ATTRIBUTES
                + ",\"traceparent\":\"00-1-2-3\",\"data\":{\"mood\":{\"a\":[1]},\"from\":\"customer\"}}");

        assertThat(((ConversationMessage) read.event().data()).from()).isEqualTo(Party.CUSTOMER);
    }

    @Test
    void refusesATypeThatTheSenderMayNotSend() {
        EventReader narrow = EventReader.forClients(Set.of(EventType.VISIT_STARTED));
        byte[] json = ("{" + ATTRIBUTES + ",\"data\":{\"from\":\"bot\"}}").getBytes(UTF_8);

        Fault fault = (Fault) narrow.readStructured(json, 0, json.length, "demo", NOW.toEpochMilli());

        assertThat(fault.problem()).isEqualTo(Faults.EVENT_TYPE_NOT_ALLOWED);
        assertThat(fault.pointer()).isEqualTo("/type");
    }

    @Test
    void acceptsTheEdgesOfTimeAndRefusesWhatLiesBeyond() {
        assertThat(readAt("2026-11-21T12:05:00Z")).isInstanceOf(Read.class);
        assertThat(readAt("2026-11-21T12:05:00.001Z")).isInstanceOf(Fault.class);
        assertThat(readAt(NOW.minusSeconds(400 * 86_400L).toString())).isInstanceOf(Read.class);
        assertThat(readAt(NOW.minusSeconds(400 * 86_400L).minusMillis(1).toString()))
                .isInstanceOf(Fault.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] utf16 = ("{" + ATTRIBUTES + "}").getBytes(java.nio.charset.StandardCharsets.UTF_16LE);

        Fault fault = (Fault) reader.readStructured(utf16, 0, utf16.length, "demo", NOW.toEpochMilli());

        assertThat(fault.problem()).isEqualTo(Faults.MALFORMED_JSON);
    }

    @Test
    void refusesDepthAndSizeBeyondTheLimit() {
        String deep = "[".repeat(30) + "]".repeat(30);
        String tooDeep = "[".repeat(31) + "]".repeat(31);

        assertThat(readMessage("{\"from\":\"bot\",\"x\":" + deep + "}")).isInstanceOf(Read.class);
        assertThat(((Fault) readMessage("{\"from\":\"bot\",\"x\":" + tooDeep + "}")).problem())
                .isEqualTo(Faults.NESTED_TOO_DEEP);
        assertThat(((Fault) readMessage("{\"from\":\"bot\",\"x\":\"" + "x".repeat(64 * 1024) + "\"}")).problem())
                .isEqualTo(Faults.EVENT_TOO_LARGE);
    }

    private Reading readAt(String time) {
        return readText("{" + ATTRIBUTES.replaceFirst("\"time\":\".*\"$", "\"time\":\"" + time + "\"")
                + ",\"data\":{\"from\":\"bot\"}}");
    }

    private Reading readMessage(String data) {
        return readText("{" + ATTRIBUTES + ",\"data\":" + data + "}");
    }

    private Read read(String json) {
        return (Read) readText(json);
    }

    private Reading readText(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return reader.readStructured(bytes, 0, bytes.length, "demo", NOW.toEpochMilli());
    }
}
