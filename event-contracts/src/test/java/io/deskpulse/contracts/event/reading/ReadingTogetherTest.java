package io.deskpulse.contracts.event.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.event.reading.Reading.Read;
import io.deskpulse.contracts.event.reading.Samples.Sample;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of one body read together are what each of them is when it is read alone. */
class ReadingTogetherTest {
    private static final long NOW = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();
    private static final byte[] SPICE = "{}[]\",:\\u0e-+.1tfn \n\0\u00ff".getBytes(UTF_8);
    private static final String GOOD =
            """
            {"specversion":"1.0","id":"e1","source":"/shop","type":"conversation.message","subject":"c1",\
            "time":"2026-11-21T11:59:00Z","data":{"from":"bot","text":"你好"}}""";

    private final EventReader reader = EventReader.forClients(EnumSet.allOf(EventType.class));
    private final List<byte[]> samples = Stream.of("valid", "invalid")
            .flatMap(folder -> Samples.in(folder).stream())
            .map(Sample::json)
            .map(json -> Samples.text(json).getBytes(UTF_8))
            .filter(bytes -> bytes.length < 2_000)
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":}",
                "7",
                "{} {}",
                "{\"data\":{\"x\":\"\u0001\"}}",
                "null",
                "[1]",
                "{\"specversion\":\"1.0\",\"specversion\":\"1.0\"}"
            })
    void whatFollowsAFaultIsRead(String broken) {
        Reading[] read = inArray("[" + GOOD + "," + broken + " , " + GOOD + "]");

        assertThat(read).hasSize(3);
        assertThat(read[0]).isInstanceOf(Read.class);
        assertThat(read[1]).isInstanceOf(Fault.class);
        assertThat(read[2]).isInstanceOf(Read.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "\ufeff", "]", ","})
    void aLineIsOneEventAndNothingElse(String before) {
        byte[] body = (before + GOOD + "\n" + GOOD).getBytes(UTF_8);

        Reading[] read = check(body, EventSlices.ofLines(body, 10));

        assertThat(read[0]).isInstanceOf(Fault.class);
        assertThat(read[1]).isInstanceOf(Read.class);
    }

    @Test
    void twoEventsInOneLineAreNone() {
        byte[] body = (GOOD + " " + GOOD + "\n" + GOOD).getBytes(UTF_8);

        Reading[] read = check(body, EventSlices.ofLines(body, 10));

        assertThat(read[0]).isInstanceOf(Fault.class);
        assertThat(read[1]).isInstanceOf(Read.class);
    }

    @Test
    void anArrayLeavesRoomForTheDepthThatOneEventMayHave() {
        String deep = GOOD.replace("\"from\"", "\"x\":" + "[".repeat(30) + "]".repeat(30) + ",\"from\"");

        assertThat(inArray("[" + deep + "," + GOOD + "]")).allMatch(Read.class::isInstance);
    }

    @Test
    void whateverTheBytesAreTogetherIsAsAlone() {
        Random random = new Random(11);
        int faults = 0;
        int reads = 0;
        for (int round = 0; round < 20_000; round++) {
            boolean lines = random.nextBoolean();
            byte[] body = body(random, lines);
            for (int i = random.nextInt(3); i > 0; i--) {
                body[random.nextInt(body.length)] =
                        random.nextBoolean() ? SPICE[random.nextInt(SPICE.length)] : (byte) random.nextInt(256);
            }
            EventSlices slices = lines ? EventSlices.ofLines(body, 10) : EventSlices.ofBatch(body, 10);
            for (Reading reading : check(body, slices)) {
                faults += reading instanceof Fault ? 1 : 0;
                reads += reading instanceof Read ? 1 : 0;
            }
        }
        assertThat(faults).isGreaterThan(1_000);
        assertThat(reads).isGreaterThan(1_000);
    }

    private byte[] body(Random random, boolean lines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((lines ? "" : "[").getBytes(UTF_8));
        for (int i = random.nextInt(5); i >= 0; i--) {
            body.writeBytes(samples.get(random.nextInt(samples.size())));
            body.writeBytes((lines ? "\n" : i == 0 ? "]" : ",").getBytes(UTF_8));
        }
        return body.toByteArray();
    }

    private Reading[] inArray(String json) {
        byte[] body = json.getBytes(UTF_8);
        return check(body, EventSlices.ofBatch(body, 10));
    }

    /** What is read together, compared with each read alone. */
    private Reading[] check(byte[] body, EventSlices slices) {
        Reading[] together = reader.readAll(body, slices, "demo", NOW);
        Reading[] alone = new Reading[slices.size()];
        Arrays.setAll(alone, i -> reader.readStructured(body, slices.offset(i), slices.length(i), "demo", NOW));
        assertThat(together).isEqualTo(alone);
        return together;
    }
}
