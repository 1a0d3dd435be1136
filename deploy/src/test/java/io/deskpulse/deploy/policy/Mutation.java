package io.deskpulse.deploy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One way to break what is applied, and who must see it.
 *
 * @param said part of what is told
 */
record Mutation(String name, Class<? extends Policy> seenBy, String said, UnaryOperator<Objects> change) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Another value, in YAML, at a JSON pointer of an object. */
    static Mutation set(Class<? extends Policy> seenBy, String said, String object, String pointer, String yaml) {
        return of(object + pointer + " = " + yaml, seenBy, said, object, each -> each.with(pointer, parse(yaml)));
    }

    /** Nothing at a JSON pointer of an object. */
    static Mutation remove(Class<? extends Policy> seenBy, String said, String object, String pointer) {
        return of(object + " without " + pointer, seenBy, said, object, each -> each.without(pointer));
    }

    /** No such object. */
    static Mutation drop(Class<? extends Policy> seenBy, String said, String object) {
        return new Mutation("no " + object, seenBy, said, objects -> {
            Manifest found = find(objects, object);
            return objects.without(found.kind(), found.name());
        });
    }

    /** One object more. */
    static Mutation add(Class<? extends Policy> seenBy, String said, String yaml) {
        return new Mutation(
                "one more: " + yaml.lines().skip(1).findFirst().orElse(""),
                seenBy,
                said,
                objects -> objects.with(yaml));
    }

    /** A line more in a file of properties of a ConfigMap. */
    static Mutation property(Class<? extends Policy> seenBy, String said, String map, String line) {
        return of(map + " with " + line, seenBy, said, "ConfigMap/" + map, each -> {
            String text = each.at("/data/application.properties").asText();
            return each.with("/data/application.properties", JSON.valueToTree(text + "\n" + line));
        });
    }

    /** An object of this project called {@code another}. */
    static String object(String apiVersion, String kind, String rest) {
        return """
                apiVersion: %s
                kind: %s
                metadata: {name: another, namespace: deskpulse}
                %s
                """
                .formatted(apiVersion, kind, rest);
    }

    private static Mutation of(
            String name, Class<? extends Policy> seenBy, String said, String object, UnaryOperator<Manifest> change) {
        return new Mutation(name, seenBy, said, objects -> {
            Manifest found = find(objects, object);
            return objects.changed(found.kind(), found.name(), change);
        });
    }

    /** By {@code Kind/name}, whatever kustomize has put behind the name of a ConfigMap. */
    private static Manifest find(Objects objects, String object) {
        String[] id = object.split("/");
        return objects.of(id[0])
                .filter(each -> each.name().equals(id[1])
                        || id[0].equals("ConfigMap") && each.name().matches(id[1] + "-[a-z0-9]{10}"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + object));
    }

    private static JsonNode parse(String yaml) {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }
}
