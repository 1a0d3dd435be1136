package io.deskpulse.deploy.manifest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One object as it would be applied. Immutable, if nobody changes its JSON; what it was read as is kept. Not thread-safe. */
public final class Manifest {
    private final ObjectNode json;
    private List<String> faults;
    private Optional<Workload> workload;

    Manifest(ObjectNode json) {
        this.json = json;
    }

    public ObjectNode json() {
        return json;
    }

    /** Why it is none of its kind; nothing where it is one. */
    public List<String> faults() {
        if (faults == null) {
            faults = Kinds.faults(this);
        }
        return faults;
    }

    /** What it runs; empty where it runs nothing. */
    Optional<Workload> workload() {
        if (workload == null) {
            workload = Workload.of(this);
        }
        return workload;
    }

    public String apiVersion() {
        return at("/apiVersion").asText();
    }

    public String kind() {
        return at("/kind").asText();
    }

    public String name() {
        return at("/metadata/name").asText();
    }

    /** How messages call it. */
    public String id() {
        return kind() + "/" + name();
    }

    /** What stands at a JSON pointer; a missing node where nothing does. */
    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The text values of an object at a JSON pointer. */
    public Map<String, String> texts(String pointer) {
        Map<String, String> texts = new HashMap<>();
        at(pointer)
                .properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }

    /** A copy with another value at a JSON pointer whose parent is there; {@code -} for one more of a list. */
    public Manifest with(String pointer, JsonNode value) {
        ObjectNode copy = json.deepCopy();
        var path = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ArrayNode array && last.equals("-")) {
            array.add(value);
        } else if (parent instanceof ArrayNode array) {
            array.set(path.last().getMatchingIndex(), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw new IllegalArgumentException(id() + " has nothing at " + path.head());
        }
        return new Manifest(copy);
    }

    /** A copy without what stands at a JSON pointer; throws an IllegalArgumentException where nothing does. */
    public Manifest without(String pointer) {
        ObjectNode copy = json.deepCopy();
        var path = JsonPointer.compile(pointer);
        if (copy.at(path).isMissingNode()) {
            throw new IllegalArgumentException(id() + " has nothing at " + pointer);
        }
        JsonNode parent = copy.at(path.head());
        if (parent instanceof ArrayNode array) {
            array.remove(path.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(path.last().getMatchingProperty());
        }
        return new Manifest(copy);
    }
}
