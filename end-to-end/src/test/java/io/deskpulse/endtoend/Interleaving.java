package io.deskpulse.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Other orders of arrival in which each conversation keeps its own. */
public final class Interleaving {
    private Interleaving() {}

    /** The same events in another order; those of one subject, and costs of one conversation, keep theirs. */
    public static List<JsonNode> shuffled(List<JsonNode> events, long seed) {
        Map<String, List<JsonNode>> stories = new LinkedHashMap<>();
        for (JsonNode event : events) {
            stories.computeIfAbsent(storyOf(event), any -> new ArrayList<>()).add(event);
        }
        return random(new ArrayList<>(stories.values()), new Random(seed));
    }

    /** Merges stories: the next event is of any story, the longer it still is the likelier. */
    static List<JsonNode> random(List<List<JsonNode>> stories, Random random) {
        List<Deque<JsonNode>> left = new ArrayList<>();
        List<Integer> turns = new ArrayList<>();
        for (List<JsonNode> story : stories) {
            story.forEach(event -> turns.add(left.size()));
            left.add(new ArrayDeque<>(story));
        }
        Collections.shuffle(turns, random);
        return turns.stream().map(turn -> left.get(turn).remove()).toList();
    }

    private static String storyOf(JsonNode event) {
        String type = event.get("type").asText();
        if (type.startsWith("incident.")) {
            return "incidents";
        }
        return event.path("data")
                .path("conversation")
                .asText(event.get("subject").asText());
    }
}
