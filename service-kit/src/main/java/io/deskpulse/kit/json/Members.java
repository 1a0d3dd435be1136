package io.deskpulse.kit.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The members of a JSON object, read with their type; whatever is wrong is an {@link InvalidMember} that points to it, or {@link TooLarge}.
 * {@code null} is as good as absent. Nothing is read by reflection.
 */
public final class Members {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_BYTES = 1024 * 1024;
    private static final ObjectReader JSON = new ObjectMapper(new JsonFactoryBuilder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode node;
    private final String pointer;

    private Members(JsonNode node, String pointer) {
        if (!node.isObject()) {
            throw new InvalidMember(pointer, "Send a JSON object.");
        }
        this.node = node;
        this.pointer = pointer;
    }

    /** The members of a body; throws where it is no JSON object. */
    public static Members of(byte[] body) {
        if (body == null || body.length == 0) {
            throw new InvalidMember("", "The body is empty; send a JSON object.");
        }
        if (body.length > MAX_BYTES) {
            throw new TooLarge("The body is larger than 1 MiB; make it smaller.");
        }
        try {
            return new Members(JSON.readTree(body), "");
        } catch (IOException e) {
            throw new InvalidMember(
                    "",
                    "The body is not well-formed JSON, has a member twice, or nests more than " + MAX_DEPTH + " deep.");
        }
    }

    /** The pointer to a member. */
    public String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to the object itself. */
    public String pointer() {
        return pointer;
    }

    /** Throws where there is a member of another name: a misspelt one would be lost silently. */
    public Members only(Set<String> names) {
        for (Iterator<String> found = node.fieldNames(); found.hasNext(); ) {
            String name = found.next();
            if (!names.contains(name)) {
                throw new InvalidMember(at(name), "This member is not known here; remove it or check its spelling.");
            }
        }
        return this;
    }

    public Optional<String> text(String name) {
        return find(name).map(value -> textOf(value, at(name)));
    }

    /** Whether a member is there and is a string. */
    public boolean isText(String name) {
        return find(name).filter(JsonNode::isTextual).isPresent();
    }

    public String requiredText(String name) {
        return required(name, text(name));
    }

    public Optional<Integer> integer(String name) {
        return find(name).map(value -> integerOf(value, at(name)));
    }

    /** A number, whole or not. */
    public Optional<Double> number(String name) {
        return find(name).map(value -> numberOf(value, at(name)));
    }

    public Optional<Boolean> flag(String name) {
        return find(name).map(value -> {
            if (!value.isBoolean()) {
                throw new InvalidMember(at(name), "Send true or false.");
            }
            return value.booleanValue();
        });
    }

    /** The constant that a member names. */
    public <E> Optional<E> oneOf(String name, Map<String, E> constants) {
        return text(name).map(word -> {
            E constant = constants.get(word);
            if (constant == null) {
                throw new InvalidMember(
                        at(name),
                        "Send one of: " + constants.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
            return constant;
        });
    }

    /** What a member's text stands for; {@code parse} throws a RuntimeException where it stands for nothing. */
    public <T> Optional<T> parsed(String name, Function<String, T> parse, String rule) {
        return text(name).map(text -> {
            try {
                return parse.apply(text);
            } catch (RuntimeException e) {
                throw new InvalidMember(at(name), rule);
            }
        });
    }

    public Optional<Members> object(String name) {
        return find(name).map(value -> new Members(value, at(name)));
    }

    public Members requiredObject(String name) {
        return required(name, object(name));
    }

    /** The objects of an array. */
    public <T> List<T> objects(String name, Function<Members, T> read) {
        return array(name, (value, at) -> read.apply(new Members(value, at)));
    }

    /** The strings of an array. */
    public List<String> texts(String name) {
        return array(name, Members::textOf);
    }

    /** All members, each a string. */
    public Map<String, String> allTexts() {
        return all(Members::textOf);
    }

    /** All members, each a whole number. */
    public Map<String, Integer> allIntegers() {
        return all(Members::integerOf);
    }

    /** All members, each a number, whole or not. */
    public Map<String, Double> allNumbers() {
        return all(Members::numberOf);
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** Throws where a member that must be there is not. */
    public <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new InvalidMember(at(name), "This member is missing; add it."));
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private <T> List<T> array(String name, BiFunction<JsonNode, String, T> read) {
        JsonNode array = required(name, find(name));
        if (!array.isArray()) {
            throw new InvalidMember(at(name), "Send an array.");
        }
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            parts.add(read.apply(array.get(i), at(name) + "/" + i));
        }
        return parts;
    }

    private <T> Map<String, T> all(BiFunction<JsonNode, String, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        node.properties()
                .forEach(member -> values.put(member.getKey(), read.apply(member.getValue(), at(member.getKey()))));
        return values;
    }

    private static String textOf(JsonNode value, String at) {
        if (!value.isTextual()) {
            throw new InvalidMember(at, "Send a string.");
        }
        if (value.textValue().indexOf('\0') >= 0) {
            throw new InvalidMember(at, "Leave out the character U+0000.");
        }
        return value.textValue();
    }

    private static int integerOf(JsonNode value, String at) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new InvalidMember(at, "Send a whole number.");
        }
        return value.intValue();
    }

    private static double numberOf(JsonNode value, String at) {
        if (!value.isNumber()) {
            throw new InvalidMember(at, "Send a number.");
        }
        return value.doubleValue();
    }
}
