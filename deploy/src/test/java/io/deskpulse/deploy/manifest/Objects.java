package io.deskpulse.deploy.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Objects that are applied together. Immutable, if nobody changes the JSON in it. */
public record Objects(List<Manifest> all) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those of a text of YAML documents; throws a YAMLException that says what is wrong with it. */
    public static Objects parse(String yaml) {
        List<Manifest> found = new ArrayList<>();
        // Not Jackson's own reader, which does not follow anchors.
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
            if (JSON.valueToTree(document) instanceof ObjectNode object) {
                found.add(new Manifest(object));
            }
        }
        return new Objects(found);
    }

    public Stream<Manifest> of(String kind) {
        return all.stream().filter(each -> each.kind().equals(kind));
    }

    /** Those of a kind as objects of Java; fields that it does not know are left out. */
    public <T extends HasMetadata> List<T> of(Class<T> type) {
        return of(type.getSimpleName())
                .map(each -> ManifestReader.lenient(each, type))
                .toList();
    }

    public Optional<Manifest> find(String kind, String name) {
        return of(kind).filter(each -> each.name().equals(name)).findFirst();
    }

    /** What runs containers. */
    public List<Workload> workloads() {
        return all.stream().flatMap(each -> each.workload().stream()).toList();
    }

    /** The same with one object changed; throws an IllegalArgumentException where there is none of that name. */
    public Objects changed(String kind, String name, UnaryOperator<Manifest> change) {
        Manifest object =
                find(kind, name).orElseThrow(() -> new IllegalArgumentException("there is no " + kind + "/" + name));
        return new Objects(all.stream()
                .map(each -> each == object ? change.apply(each) : each)
                .toList());
    }

    /** The same without one object; throws an IllegalArgumentException where there is none of that name. */
    public Objects without(String kind, String name) {
        Manifest object =
                find(kind, name).orElseThrow(() -> new IllegalArgumentException("there is no " + kind + "/" + name));
        return new Objects(all.stream().filter(each -> each != object).toList());
    }

    /** The same with more. */
    public Objects with(String yaml) {
        return new Objects(
                Stream.concat(all.stream(), parse(yaml).all().stream()).toList());
    }
}
