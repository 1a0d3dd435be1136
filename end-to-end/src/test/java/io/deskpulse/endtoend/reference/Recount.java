package io.deskpulse.endtoend.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts a list of events, as if the tenant then declared the greatest of their times as its clock. */
public final class Recount {
    private final List<SeenEvent> events = new ArrayList<>();
    private final Facts facts = new Facts();

    private Recount() {}

    /**
     * Counts all.
     *
     * @param lines structured CloudEvents in order of arrival
     */
    public static Answers of(List<JsonNode> lines) {
        return of(lines, List.of());
    }

    /**
     * Counts all, then the surveys offered afterwards.
     *
     * @param offers as they stand in a file of past answers
     */
    public static Answers of(List<JsonNode> lines, List<JsonNode> offers) {
        Recount recount = new Recount();
        recount.withoutRepetitions(lines);
        Map<String, Conversation> conversations = recount.count();
        new Surveys(conversations, recount.facts).recount(offers);
        return new Answers(recount.facts.all());
    }

    private void withoutRepetitions(List<JsonNode> lines) {
        Set<List<String>> seen = new HashSet<>();
        for (JsonNode line : lines) {
            SeenEvent event = SeenEvent.of(line);
            if (seen.add(List.of(event.source(), event.id()))) {
                events.add(event);
            }
        }
    }

    private Map<String, Conversation> count() {
        Map<String, Conversation> conversations = new HashMap<>();
        long clock = events.stream().mapToLong(SeenEvent::time).max().orElse(0);
        grouped("conversation.").forEach((id, group) -> {
            Conversation conversation = new Conversation(facts);
            conversation.recount(group, clock);
            conversations.put(id, conversation);
        });
        grouped("visit.").values().forEach(group -> new Visits(facts).recount(group));
        new Incidents(facts)
                .recount(events.stream()
                        .filter(event -> event.type().startsWith("incident."))
                        .toList());
        events.stream()
                .filter(event -> event.is("cost.recorded") && !event.has("conversation"))
                .forEach(cost -> Costs.file(cost, Attributes.UNKNOWN, facts));
        return conversations;
    }

    /** Events of a family by their subject; a cost is with the conversation that it names. */
    private Map<String, List<SeenEvent>> grouped(String family) {
        Map<String, List<SeenEvent>> groups = new LinkedHashMap<>();
        for (SeenEvent event : events) {
            boolean costOfOne = event.is("cost.recorded") && event.has("conversation");
            if (event.type().startsWith(family) || costOfOne && family.equals("conversation.")) {
                String key = costOfOne ? event.text("conversation") : event.subject();
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(event);
            }
        }
        return groups;
    }
}
