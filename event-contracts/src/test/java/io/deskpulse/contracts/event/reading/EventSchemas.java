package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published schemas, and what an independent validator says by them. */
final class EventSchemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /** What is wrong with a structured event, by the schema of events and that of its type's data. */
    static List<Error> check(JsonNode event) {
        List<Error> errors = schema("event").validate(Samples.text(event), InputFormat.JSON);
        if (!errors.isEmpty()) {
            return errors;
        }
        String data = event.path("data").isObject() ? Samples.text(event.get("data")) : "{}";
        return schema(event.get("type").asText()).validate(data, InputFormat.JSON);
    }

    /** The schema itself. */
    static String text(String type) {
        try {
            return Files.readString(Path.of("src/main/resources/schemas", type, "1.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String type) {
        return SCHEMAS.computeIfAbsent(type, name -> REGISTRY.getSchema(text(name), InputFormat.JSON));
    }
}
