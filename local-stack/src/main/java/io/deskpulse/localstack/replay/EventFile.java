package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A file with one structured CloudEvent a line, plain or gzip (told by its content, not by its name). */
public final class EventFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path path;

    public EventFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** One event as it stands in the file; {@code time} is empty when the event has none that can be read. */
    public record Line(int number, String text, Optional<Instant> time) {}

    /** The file cannot be replayed; says where and why. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }

    /** Hands each line that is not blank to {@code taker}, in order; throws {@link Unreadable} at the first that is no JSON object. */
    public void forEach(Consumer<Line> taker) {
        var number = 0;
        try (var reader = open()) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    taker.accept(read(number, text));
                }
            }
        } catch (IOException e) {
            throw new Unreadable(
                    "%s cannot be read%s: %s".formatted(path, number == 0 ? "" : " after line " + number, reason(e)));
        }
    }

    private BufferedReader open() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new Unreadable(path + (Files.exists(path) ? " is not a file" : " does not exist"));
        }
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(unpacked(), decoder));
    }

    private InputStream unpacked() throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(path));
        raw.mark(2);
        var magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private Line read(int number, String text) {
        try {
            var event = JSON.readTree(text);
            if (event.isObject()) {
                return new Line(number, text, time(event));
            }
            throw new Unreadable("%s, line %d: not a JSON object".formatted(path, number));
        } catch (JsonProcessingException e) {
            // without its excerpt, which would show what customers wrote
            var column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new Unreadable("%s, line %d, column %d: not JSON".formatted(path, number, column));
        }
    }

    private static Optional<Instant> time(JsonNode event) {
        try {
            return Optional.of(OffsetDateTime.parse(event.path("time").asText()).toInstant());
        } catch (DateTimeException notATime) {
            // the ingest-service rejects the event and says so better
            return Optional.empty();
        }
    }

    private static String reason(IOException e) {
        return e instanceof CharacterCodingException ? "it is not UTF-8" : e.getMessage();
    }
}
