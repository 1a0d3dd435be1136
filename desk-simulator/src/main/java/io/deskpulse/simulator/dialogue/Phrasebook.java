package io.deskpulse.simulator.dialogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.simulator.random.Dice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What people and bots say in one language. Immutable. */
public final class Phrasebook {
    private final Map<Topic, Map<LineKind, List<Line>>> ofTopics = new EnumMap<>(Topic.class);
    private final Map<LineKind, List<Line>> ofAny = new EnumMap<>(LineKind.class);

    private Phrasebook(List<String> lines) {
        Map<LineKind, List<Line>> section = ofAny;
        for (String line : lines) {
            if (line.startsWith("== ")) {
                section =
                        ofTopics.computeIfAbsent(topic(line.substring(3).strip()), t -> new EnumMap<>(LineKind.class));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(":", 2);
                section.computeIfAbsent(LineKind.ofWord(parts[0].strip()), k -> new ArrayList<>())
                        .add(new Line(parts[1].strip()));
            }
        }
        requireAll();
    }

    /** The lines in {@code language}, from {@code /dialogues/<tag>.txt}. */
    public static Phrasebook of(Language language) {
        String name = "/dialogues/" + language.tag() + ".txt";
        try (InputStream file = Phrasebook.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return new Phrasebook(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some line of this kind about this topic. */
    public Line any(LineKind kind, Topic topic, Dice dice) {
        List<Line> lines = kind.isOfTopic() ? ofTopics.get(topic).get(kind) : ofAny.get(kind);
        return lines.get(dice.below(lines.size()));
    }

    private void requireAll() {
        for (LineKind kind : LineKind.values()) {
            for (Topic topic : Topic.values()) {
                boolean there = kind.isOfTopic()
                        ? ofTopics.getOrDefault(topic, Map.of()).containsKey(kind)
                        : ofAny.containsKey(kind);
                if (!there) {
                    throw new IllegalArgumentException("dialogues: no " + kind + " for " + topic);
                }
            }
        }
    }

    private static Topic topic(String id) {
        for (Topic topic : Topic.values()) {
            if (topic.id().equals(id)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("dialogues: unknown topic " + id);
    }
}
