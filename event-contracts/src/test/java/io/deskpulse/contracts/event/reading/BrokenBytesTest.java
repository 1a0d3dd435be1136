package io.deskpulse.contracts.event.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.event.reading.Reading.Read;
import io.deskpulse.contracts.event.reading.Samples.Sample;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, the reader answers; and what it accepts, the log's reader accepts too. */
class BrokenBytesTest {
    private static final long NOW = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();
    private static final byte[] SPICE = "{}[]\",:\\u0e-+.1tfn \n\0\u00ff".getBytes(UTF_8);

    private final EventReader reader = EventReader.forClients(EnumSet.allOf(EventType.class));
    private final List<byte[]> samples = Samples.in("valid").stream()
            .map(Sample::json)
            .map(json -> Samples.text(json).getBytes(UTF_8))
            .filter(bytes -> bytes.length < 2_000)
            .toList();

    @Test
    void anEventCutShortIsAFault() {
        for (byte[] sample : samples) {
            for (int length = 0; length < sample.length; length++) {
                assertThat(read(Arrays.copyOf(sample, length))).isInstanceOf(Fault.class);
            }
        }
    }

    @Test
    void changedBytesNeverMakeItThrow() {
        Random random = new Random(7);
        int faults = 0;
        for (int round = 0; round < 40_000; round++) {
            byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean() ? SPICE[random.nextInt(SPICE.length)] : (byte) random.nextInt(256);
            }
            Reading reading = read(bytes);
            faults += reading instanceof Fault ? 1 : 0;
            EventSlices.ofBatch(bytes, 10);
            if (reading instanceof Read read) {
                assertThat(readAgain(bytes, read)).isInstanceOf(Read.class);
            }
        }
        assertThat(faults).isPositive();
    }

    private Reading read(byte[] bytes) {
        return reader.readStructured(bytes, 0, bytes.length, "demo", NOW);
    }

    /** Reads the slice that ingest passes on, with the attributes it passes on. */
    private static Reading readAgain(byte[] bytes, Read read) {
        Attributes attributes = new Attributes();
        attributes.set(Attribute.SPECVERSION, "1.0");
        attributes.set(Attribute.ID, read.event().id());
        attributes.set(Attribute.SOURCE, read.event().source());
        attributes.set(Attribute.TYPE, read.event().type().wire());
        attributes.set(Attribute.SUBJECT, read.event().subject());
        attributes.set(Attribute.TIME, Rfc3339.format(read.event().timeMillis()));
        Reading again =
                EventReader.forLog().readBinary(attributes, bytes, read.dataOffset(), read.dataLength(), "demo", NOW);
        assertThat(((Read) again).event()).isEqualTo(read.event());
        return again;
    }
}
