package io.deskpulse.benchmarks.payload;

import io.deskpulse.simulator.desk.DeskSettings;
import io.deskpulse.simulator.desk.ServiceDesk;
import io.deskpulse.simulator.event.SimulatedEvent;
import io.deskpulse.simulator.event.StructuredEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The events of a simulated desk, in the forms that are sent. */
public final class Payload {
    private static final long SEED = 7;
    private static final int CUSTOMERS = 200_000;
    private static final double SAMPLE_RATE = 10;
    /** Most conversations are shorter; a run-up of hours at thousands of events a second would take minutes. */
    private static final Duration RUN_UP = Duration.ofMinutes(10);

    private Payload() {}

    /** A desk that was busy enough to bring about this many events in the time up to now. */
    public static ServiceDesk desk(long events, Duration upToNow) {
        Instant now = Instant.now();
        Instant from = now.minus(upToNow);
        long sample = 0;
        for (ServiceDesk desk = desk(SAMPLE_RATE, from, now); desk.hasNext(); desk.next()) {
            sample++;
        }
        return desk(SAMPLE_RATE * 1.02 * events / sample, from, now);
    }

    private static ServiceDesk desk(double rate, Instant from, Instant to) {
        DeskSettings settings = new DeskSettings(SEED, rate, CUSTOMERS, RUN_UP);
        return ServiceDesk.events(settings, from, to);
    }

    /** Structured CloudEvents, one each. */
    public static List<byte[]> structured(int events, Duration upToNow) {
        List<byte[]> all = new ArrayList<>(events);
        StructuredEvents one = new StructuredEvents();
        ServiceDesk desk = desk(events, upToNow);
        while (desk.hasNext() && all.size() < events) {
            SimulatedEvent event = desk.next();
            one.add(event);
            all.add(withoutLineFeed(one.take()));
        }
        return all;
    }

    /** The bodies of batched mode, with so many events each; what is left over is left out. */
    public static List<byte[]> batches(List<byte[]> structured, int size) {
        List<byte[]> batches = new ArrayList<>();
        for (int from = 0; from + size <= structured.size(); from += size) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int i = from; i < from + size; i++) {
                body.write(i == from ? '[' : ',');
                body.writeBytes(structured.get(i));
            }
            body.write(']');
            batches.add(body.toByteArray());
        }
        return batches;
    }

    /** Writes them to a file, one a line. */
    public static void write(List<byte[]> structured, Path file) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (byte[] each : structured) {
            lines.writeBytes(each);
            lines.write('\n');
        }
        Files.write(file, lines.toByteArray());
    }

    private static byte[] withoutLineFeed(byte[] line) {
        return Arrays.copyOf(line, line.length - 1);
    }
}
