package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The golden samples, as they stand in the module's resources. */
final class Samples {
    /** Escapes what is beyond ASCII, so that halves of surrogate pairs survive. */
    static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * One sample.
     *
     * @param name its file without extension
     * @param json what the file holds
     */
    record Sample(String name, JsonNode json) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Samples() {}

    static List<Sample> in(String kind) {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/samples", kind))) {
            return files.sorted().map(Samples::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON text of a tree, in ASCII. */
    static String text(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample read(Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            return new Sample(name, JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
