package io.deskpulse.deploy.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of extensions of Quarkus, from the model that each of their jars carries. */
public final class QuarkusSettings {
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final String DOCS = "META-INF/quarkus-config-doc/quarkus-config-javadoc.json";
    private static final String EXTENSION = "META-INF/quarkus-extension.yaml";
    private static final Pattern KEY = Pattern.compile("\"[^\"]*\"");

    private static final Map<Set<String>, QuarkusSettings> READ = new ConcurrentHashMap<>();

    private final List<QuarkusSetting> settings = new ArrayList<>();

    /** Those of some extensions, {@code group:artifact}, and of the extensions that they bring along. */
    public static QuarkusSettings of(Collection<String> extensions) {
        Map<String, JsonNode> known = new HashMap<>();
        for (URL url : resources(EXTENSION)) {
            var extension = read(new YAMLMapper(), url);
            String[] artifact = extension.path("artifact").asText().split(":");
            known.put(artifact[0] + ":" + artifact[1], extension);
        }
        Set<String> all = new HashSet<>();
        var open = new ArrayDeque<>(extensions);
        while (!open.isEmpty()) {
            String next = open.poll();
            if (known.containsKey(next) && all.add(next)) {
                known.get(next)
                        .path("metadata")
                        .path("extension-dependencies")
                        .forEach(each -> open.add(each.asText()));
            }
        }
        return READ.computeIfAbsent(all, QuarkusSettings::new);
    }

    private QuarkusSettings(Set<String> extensions) {
        Map<String, String> docs = docs();
        for (URL url : resources(MODEL)) {
            for (JsonNode root : read(new ObjectMapper(), url).path("configRoots")) {
                JsonNode extension = root.path("extension");
                if (extensions.contains(extension.path("groupId").asText() + ":"
                        + extension.path("artifactId").asText())) {
                    items(root.path("items"), docs);
                }
            }
        }
    }

    /** The setting that a property is, whatever keys it has in the place of names. */
    public Optional<QuarkusSetting> find(String property) {
        return settings.stream().filter(each -> each.names(property)).findFirst();
    }

    private void items(JsonNode items, Map<String, String> docs) {
        for (JsonNode item : items) {
            if (item.has("items")) {
                items(item.path("items"), docs);
            } else {
                String source = item.path("sourceType").asText() + "."
                        + item.path("sourceElementName").asText();
                boolean built = !item.path("phase").asText().equals("RUN_TIME");
                settings.add(new QuarkusSetting(patterns(item), built, docs.getOrDefault(source, "")));
            }
        }
    }

    private static List<Pattern> patterns(JsonNode item) {
        List<JsonNode> paths = new ArrayList<>();
        paths.add(item.path("path"));
        item.path("additionalPaths").forEach(paths::add);
        boolean map = item.path("map").asBoolean();
        return paths.stream()
                .map(path -> path.path("property").asText())
                .map(name -> pattern(name, map))
                .collect(Collectors.toList());
    }

    private static Pattern pattern(String name, boolean map) {
        String fixed = KEY.splitAsStream(map && !name.endsWith("\"") ? name + ".\"key\"" : name)
                .map(Pattern::quote)
                .collect(Collectors.joining("(?:\"[^\"]+\"|[^.]+)"));
        boolean keyLast = map || name.endsWith("\"");
        return Pattern.compile(fixed + (keyLast ? "(?:\"[^\"]+\"|.+)" : ""));
    }

    private static Map<String, String> docs() {
        Map<String, String> docs = new HashMap<>();
        for (URL url : resources(DOCS)) {
            read(new ObjectMapper(), url)
                    .path("elements")
                    .properties()
                    .forEach(each -> docs.put(
                            each.getKey(), each.getValue().path("description").asText()));
        }
        return docs;
    }

    private static List<URL> resources(String name) {
        try {
            return Collections.list(QuarkusSettings.class.getClassLoader().getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(ObjectMapper mapper, URL url) {
        try (var stream = url.openStream()) {
            return mapper.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
