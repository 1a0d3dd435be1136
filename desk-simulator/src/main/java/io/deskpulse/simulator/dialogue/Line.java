package io.deskpulse.simulator.dialogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.simulator.event.JsonBytes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something to say, ready to be written; {@code {order}} stands for an order number. Immutable. */
public final class Line {
    private static final Pattern ORDER = Pattern.compile("\\{order}");

    private final List<byte[]> parts;

    Line(String text) {
        if (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("dialogues: quotes and backslashes are not escaped: " + text);
        }
        this.parts = Stream.of(ORDER.split(text, -1))
                .map(part -> part.getBytes(UTF_8))
                .toList();
    }

    /** Writes it as the value of {@code text}. */
    public void write(JsonBytes json, long order) {
        json.beginText("text");
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                json.digits(order);
            }
            json.bytes(parts.get(i));
        }
        json.endText();
    }
}
