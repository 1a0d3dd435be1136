package io.deskpulse.simulator.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.event.reading.Rfc3339;

/** Collects events as structured CloudEvents, one a line (NDJSON) or as a batch. Not thread-safe. */
public final class StructuredEvents {
    private static final byte[] SPECVERSION = "1.0".getBytes(US_ASCII);

    private final JsonBytes json = new JsonBytes();
    private final byte[] time = new byte[24];
    private int count;

    /** Adds one line. */
    public void add(SimulatedEvent event) {
        json.begin();
        json.beginText("specversion");
        json.bytes(SPECVERSION);
        json.endText();
        json.text("id", event.id())
                .text("source", event.source())
                .text("type", event.type().wire())
                .text("subject", event.subject());
        Rfc3339.write(event.timeMillis(), time);
        json.beginText("time");
        json.bytes(time);
        json.endText();
        json.text("datacontenttype", "application/json");
        json.object("data", event.data());
        json.end().newLine();
        count++;
    }

    /** How many lines there are. */
    public int count() {
        return count;
    }

    /** How many bytes they take. */
    public int bytes() {
        return json.length();
    }

    /** All lines; none are left then. */
    public byte[] take() {
        count = 0;
        return json.take();
    }

    /** One event as text, for people. */
    public static String line(SimulatedEvent event) {
        StructuredEvents one = new StructuredEvents();
        one.add(event);
        return new String(one.take(), UTF_8).strip();
    }
}
