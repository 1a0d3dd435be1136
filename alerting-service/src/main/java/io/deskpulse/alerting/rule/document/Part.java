package io.deskpulse.alerting.rule.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.alerting.rule.RuleFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * An object of a document, read member by member. What is wrong is noted, and reading goes on: whoever wrote it gets all faults at once.
 * {@code null} is as good as absent. Used by one thread.
 */
public final class Part {
    private static final int LONGEST_QUOTE = 40;

    private final JsonNode node;
    private final String pointer;
    private final List<RuleFault> faults;

    private Part(JsonNode node, String pointer, List<RuleFault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The object at that pointer; an empty one, and a fault, where it is none. */
    public static Part of(JsonNode node, String pointer, List<RuleFault> faults) {
        if (node != null && node.isObject()) {
            return new Part(node, pointer, faults);
        }
        faults.add(new RuleFault(pointer, "Write an object, with a member for each thing it says."));
        return new Part(JsonNodeFactory.instance.objectNode(), pointer, faults);
    }

    public String pointer() {
        return pointer;
    }

    /** The pointer to a member. */
    public String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public void fault(String name, String detail) {
        faults.add(new RuleFault(at(name), detail));
    }

    /** Notes each member of another name: a misspelt one would be lost silently. */
    public Part only(Collection<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                fault(name, "There is no such member" + hint(name, names));
            }
        });
        return this;
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The names of all members. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The member itself. */
    public Optional<JsonNode> find(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    public Optional<String> text(String name, int longest) {
        return find(name).flatMap(value -> textOf(value, at(name), longest));
    }

    /** A number that is neither endless nor none. */
    public Optional<Double> number(String name) {
        return find(name).flatMap(value -> {
            if (value.isNumber() && Double.isFinite(value.doubleValue())) {
                return Optional.of(value.doubleValue());
            }
            fault(name, "Write a number.");
            return Optional.empty();
        });
    }

    public Optional<Integer> integer(String name, int least, int most) {
        return find(name).flatMap(value -> {
            if (value.isIntegralNumber()
                    && value.canConvertToInt()
                    && value.intValue() >= least
                    && value.intValue() <= most) {
                return Optional.of(value.intValue());
            }
            fault(name, "Write a whole number from " + least + " to " + most + ".");
            return Optional.empty();
        });
    }

    public Optional<Boolean> flag(String name) {
        return find(name).flatMap(value -> {
            if (value.isBoolean()) {
                return Optional.of(value.booleanValue());
            }
            fault(name, "Write true or false.");
            return Optional.empty();
        });
    }

    /** What a member's word stands for. */
    public <E> Optional<E> oneOf(String name, Map<String, E> words) {
        return text(name, 100).flatMap(word -> {
            E found = words.get(word);
            if (found == null) {
                fault(name, "Write one of " + String.join(", ", words.keySet()) + hint(word, words.keySet()));
            }
            return Optional.ofNullable(found);
        });
    }

    /** A length of time within these bounds. */
    public Optional<Duration> duration(String name, Duration least, Duration most) {
        return text(name, 100).flatMap(text -> {
            Optional<Duration> found =
                    Durations.read(text).filter(length -> length.compareTo(least) >= 0 && length.compareTo(most) <= 0);
            if (found.isEmpty()) {
                fault(
                        name,
                        "Write a length of time such as 5m or PT5M, from " + Durations.write(least) + " to "
                                + Durations.write(most) + ".");
            }
            return found;
        });
    }

    public Optional<Part> object(String name) {
        return find(name).map(value -> of(value, at(name), faults));
    }

    /** The texts of an array, or the one text that stands in its place; at most so many. */
    public List<String> texts(String name, int longest, int most) {
        JsonNode found = find(name).orElse(JsonNodeFactory.instance.arrayNode());
        if (!found.isArray()) {
            return text(name, longest).map(List::of).orElse(List.of());
        }
        if (found.size() > most) {
            fault(name, "Write at most " + most + ".");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(found.size(), most); i++) {
            textOf(found.get(i), at(name) + "/" + i, longest).ifPresent(texts::add);
        }
        return texts;
    }

    /** What is made of the members of an object, by name; at most so many. */
    public <T> Map<String, T> map(String name, int most, BiFunction<Part, String, Optional<T>> read) {
        Map<String, T> found = new LinkedHashMap<>();
        object(name).ifPresent(part -> {
            if (part.names().size() > most) {
                fault(name, "Write at most " + most + ".");
            }
            part.names().forEach(key -> read.apply(part, key).ifPresent(value -> found.put(key, value)));
        });
        return found;
    }

    private Optional<String> textOf(JsonNode value, String at, int longest) {
        if (!value.isTextual() || value.textValue().indexOf('\0') >= 0) {
            faults.add(new RuleFault(at, "Write a text" + (value.isValueNode() ? ", in quotes." : ".")));
            return Optional.empty();
        }
        if (value.textValue().isBlank() || value.textValue().length() > longest) {
            faults.add(new RuleFault(at, "Write a text of 1 to " + longest + " characters."));
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** {@code "; did you mean window?"} where a name is near, else a full stop. */
    public static String hint(String word, Collection<String> known) {
        if (word.length() > LONGEST_QUOTE) {
            return ".";
        }
        return Nearest.of(word, new TreeSet<>(known))
                .map(near -> "; did you mean " + near + "?")
                .orElse(".");
    }
}
