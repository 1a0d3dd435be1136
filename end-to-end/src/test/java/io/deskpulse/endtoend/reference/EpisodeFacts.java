package io.deskpulse.endtoend.reference;

import static io.deskpulse.endtoend.reference.EpisodeEvents.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of one episode at its close, each computed by looking through all of its events. */
final class EpisodeFacts {
    private final EpisodeEvents events;
    private final String reason;

    EpisodeFacts(List<SeenEvent> events, String reason) {
        this.events = new EpisodeEvents(events);
        this.reason = reason;
    }

    boolean customerWrote() {
        return events.customerWrote();
    }

    String handler() {
        if (involved()) {
            return human() ? "mixed" : "bot";
        }
        return human() ? "human" : "none";
    }

    /** The topic of most messages that carry one; of several, the one that was carried last. */
    String topic() {
        Map<String, Integer> messages = new HashMap<>();
        String best = null;
        for (SeenEvent event : events.all()) {
            if (event.isMessage() && event.has("topic")) {
                messages.merge(Attributes.folded(event.text("topic")), 1, Integer::sum);
            }
        }
        int most = messages.values().stream().mapToInt(n -> n).max().orElse(0);
        for (SeenEvent event : events.all()) {
            if (event.isMessage() && event.has("topic")) {
                String topic = Attributes.folded(event.text("topic"));
                best = messages.get(topic) == most ? topic : best;
            }
        }
        return best;
    }

    /** One of resolved_by_human, resolved_by_bot, abandoned, unresolved. */
    String outcome() {
        SeenEvent standing = standingResolved();
        if (standing != null || assumedResolved()) {
            boolean byHuman = standing != null && "human".equals(standing.text("by"));
            return human() || escalated() || byHuman ? "resolved_by_human" : "resolved_by_bot";
        }
        boolean withoutReply = events.lastCustomer() != NONE && events.lastCustomer() > events.lastReply();
        return withoutReply && !reason.equals("completed") ? "abandoned" : "unresolved";
    }

    /** Files everything under the time of the close. */
    void file(long close, Attributes attributes, Facts facts) {
        String outcome = outcome();
        facts.file("conversations_closed", close, attributes);
        facts.file(outcome, close, attributes);
        facts.file("turns", close, attributes, events.publicMessages("customer").size());
        for (String measure : measures(outcome)) {
            facts.file(measure, close, attributes);
        }
        fileDurations(close, attributes, facts, outcome.startsWith("resolved"));
        fileSentimentShift(close, attributes, facts);
    }

    private List<String> measures(String outcome) {
        boolean byBot = outcome.equals("resolved_by_bot");
        SeenEvent standing = standingResolved();
        boolean confirmed = standing != null && "confirmed".equals(standing.text("confirmation"));
        List<String> measures = new ArrayList<>();
        addIf(measures, involved(), "involved");
        addIf(measures, events.lastBotReply() != NONE, "answered");
        addIf(measures, byBot && involved(), "directly_resolved");
        addIf(measures, byBot && involved() && confirmed, "confirmed_resolved");
        addIf(measures, escalated() && involved(), "escalated_involved");
        addIf(measures, involved() && !human() && !escalated(), "automated");
        addIf(measures, human() || escalated(), "human_intervened");
        addIf(measures, goalReached(), "goals");
        addIf(measures, repeated(), "repeated");
        return measures;
    }

    private static void addIf(List<String> measures, boolean holds, String measure) {
        if (holds) {
            measures.add(measure);
        }
    }

    private void fileDurations(long close, Attributes attributes, Facts facts, boolean resolved) {
        int lastMessage = events.last(NONE, SeenEvent::isPublicMessage);
        if (lastMessage == NONE) {
            return;
        }
        long end = events.at(lastMessage).time();
        facts.fileWait("session_duration", close, attributes, events.at(0).time(), end);
        int firstHuman = events.first(event -> event.isFrom("human"));
        if (firstHuman != NONE) {
            facts.fileWait(
                    "human_handling_time",
                    close,
                    attributes,
                    events.at(firstHuman).time(),
                    end);
        }
        if (resolved && events.customerWrote()) {
            SeenEvent standing = standingResolved();
            int lastReply = events.lastReply();
            // An assumed one has a reply by its definition.
            long solved =
                    standing != null ? standing.time() : events.at(lastReply).time();
            facts.fileWait(
                    "resolution_time",
                    close,
                    attributes,
                    events.at(events.firstCustomer()).time(),
                    solved);
        }
    }

    private void fileSentimentShift(long close, Attributes attributes, Facts facts) {
        List<SeenEvent> felt = events.publicMessages("customer").stream()
                .filter(event -> event.has("sentiment"))
                .toList();
        if (felt.size() >= 2) {
            double shift =
                    felt.get(felt.size() - 1).number("sentiment") - felt.get(0).number("sentiment");
            facts.file("sentiment_shift", close, attributes, shift);
        }
    }

    private boolean involved() {
        return events.first(event -> event.isFrom("bot"), events.firstCustomer()) != NONE;
    }

    private boolean human() {
        return events.first(event -> event.isFrom("human")) != NONE;
    }

    private boolean escalated() {
        return events.first(EpisodeFacts::isEscalation) != NONE;
    }

    private static boolean isEscalation(SeenEvent event) {
        return event.is("conversation.escalated") && !"limit".equals(event.text("reason"));
    }

    private boolean goalReached() {
        return events.all().stream()
                .anyMatch(event -> event.is("conversation.ended")
                        && event.data().path("goalReached").asBoolean(false));
    }

    private boolean repeated() {
        Map<String, Integer> times = new HashMap<>();
        for (SeenEvent message : events.publicMessages("customer")) {
            String words = message.has("text") ? SameText.fold(message.text("text")) : "";
            if (!words.isEmpty() && times.merge(words, 1, Integer::sum) >= 3) {
                return true;
            }
        }
        return false;
    }

    /** The last resolved with no public customer message after it, or null. */
    private SeenEvent standingResolved() {
        int resolved = events.last(events.lastCustomer(), event -> event.is("conversation.resolved"));
        return resolved == NONE ? null : events.at(resolved);
    }

    private boolean assumedResolved() {
        int lastReply = events.lastReply();
        boolean endsWithReply = lastReply != NONE && lastReply == events.last(NONE, SeenEvent::isPublicMessage);
        boolean completedAfterReply = lastReply != NONE && reason.equals("completed");
        return events.customerWrote()
                && (endsWithReply || completedAfterReply)
                && !reason.equals("abandoned")
                && !escalationWithoutHuman()
                && !leftInAnger();
    }

    private boolean escalationWithoutHuman() {
        int escalation = events.last(NONE, EpisodeFacts::isEscalation);
        return escalation != NONE && events.last(escalation, event -> event.isFrom("human")) == NONE;
    }

    private boolean leftInAnger() {
        int felt = events.last(NONE, event -> event.isFromCustomer() && event.has("sentiment"));
        return felt != NONE && events.at(felt).number("sentiment") < -0.25;
    }
}
