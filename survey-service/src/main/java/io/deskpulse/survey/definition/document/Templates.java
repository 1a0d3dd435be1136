package io.deskpulse.survey.definition.document;

import io.deskpulse.survey.definition.Definition;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Surveys that are ready to be taken over, in English and Chinese. Thread-safe. */
@Singleton
public class Templates {
    private static final List<String> IDS = List.of("csat", "nps", "ces", "service-quality");

    private final Map<String, Definition> all;

    Templates() {
        Map<String, Definition> read = new LinkedHashMap<>();
        IDS.forEach(id -> read.put(id, load("/templates/" + id + ".json")));
        all = Collections.unmodifiableMap(read);
    }

    /** By their ids, in the order in which they are shown. */
    public Map<String, Definition> all() {
        return all;
    }

    public Optional<Definition> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    private static Definition load(String resource) {
        try (InputStream in = Templates.class.getResourceAsStream(resource)) {
            return DefinitionReader.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
