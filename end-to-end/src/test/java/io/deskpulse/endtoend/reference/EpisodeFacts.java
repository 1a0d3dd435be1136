package io.deskpulse.endtoend.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The facts of one episode at its close, each computed by looking through all of its events. */
final class EpisodeFacts {
    private static final int NONE = -1;
    private final List<SeenEvent> events;
    private final String reason;

    /** @param events private messages are of no concern here, and left out */
    EpisodeFacts(List<SeenEvent> events, String reason) {
        this.events = events.stream().filter(event -> !event.isPrivate()).toList();
        this.reason = reason;
    }

    boolean customerWrote() {
        return firstCustomer() != NONE;
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
        for (SeenEvent event : events) {
            if (event.isMessage() && event.has("topic")) {
                messages.merge(Attributes.folded(event.text("topic")), 1, Integer::sum);
            }
        }
        int most = messages.values().stream().mapToInt(n -> n).max().orElse(0);
        for (SeenEvent event : events) {
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
        boolean withoutReply = lastCustomer() != NONE && lastCustomer() > lastReply();
        return withoutReply && !reason.equals("completed") ? "abandoned" : "unresolved";
    }

    /** Files everything under the time of the close. */
    void file(long close, Attributes attributes, Facts facts) {
        String outcome = outcome();
        facts.file("conversations_closed", close, attributes);
        facts.file(outcome, close, attributes);
        facts.file("turns", close, attributes, publicMessages("customer").size());
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
        addIf(measures, lastBotReply() != NONE, "answered");
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
        int lastMessage = last(NONE, SeenEvent::isPublicMessage);
        if (lastMessage == NONE) {
            return;
        }
        long end = events.get(lastMessage).time();
        facts.fileWait("session_duration", close, attributes, events.get(0).time(), end);
        int firstHuman = first(event -> event.isFrom("human"));
        if (firstHuman != NONE) {
            facts.fileWait(
                    "human_handling_time",
                    close,
                    attributes,
                    events.get(firstHuman).time(),
                    end);
        }
        if (resolved && customerWrote()) {
            SeenEvent standing = standingResolved();
            int lastReply = lastReply();
            // An assumed one has a reply by its definition.
            long solved =
                    standing != null ? standing.time() : events.get(lastReply).time();
            facts.fileWait(
                    "resolution_time",
                    close,
                    attributes,
                    events.get(firstCustomer()).time(),
                    solved);
        }
    }

    private void fileSentimentShift(long close, Attributes attributes, Facts facts) {
        List<SeenEvent> felt = publicMessages("customer").stream()
                .filter(event -> event.has("sentiment"))
                .toList();
        if (felt.size() >= 2) {
            double shift =
                    felt.get(felt.size() - 1).number("sentiment") - felt.get(0).number("sentiment");
            facts.file("sentiment_shift", close, attributes, shift);
        }
    }

    private boolean involved() {
        return first(event -> event.isFrom("bot"), firstCustomer()) != NONE;
    }

    private boolean human() {
        return first(event -> event.isFrom("human")) != NONE;
    }

    private boolean escalated() {
        return first(EpisodeFacts::isEscalation) != NONE;
    }

    private static boolean isEscalation(SeenEvent event) {
        return event.is("conversation.escalated") && !"limit".equals(event.text("reason"));
    }

    private boolean goalReached() {
        return events.stream()
                .anyMatch(event -> event.is("conversation.ended")
                        && event.data().path("goalReached").asBoolean(false));
    }

    private boolean repeated() {
        Map<String, Integer> times = new HashMap<>();
        for (SeenEvent message : publicMessages("customer")) {
            String words = message.has("text") ? SameText.fold(message.text("text")) : "";
            if (!words.isEmpty() && times.merge(words, 1, Integer::sum) >= 3) {
                return true;
            }
        }
        return false;
    }

    /** The last resolved with no public customer message after it, or null. */
    private SeenEvent standingResolved() {
        int resolved = last(lastCustomer(), event -> event.is("conversation.resolved"));
        return resolved == NONE ? null : events.get(resolved);
    }

    private boolean assumedResolved() {
        int lastReply = lastReply();
        boolean endsWithReply = lastReply != NONE && lastReply == last(NONE, SeenEvent::isPublicMessage);
        boolean completedAfterReply = lastReply != NONE && reason.equals("completed");
        return customerWrote()
                && (endsWithReply || completedAfterReply)
                && !reason.equals("abandoned")
                && !escalationWithoutHuman()
                && !leftInAnger();
    }

    private boolean escalationWithoutHuman() {
        int escalation = last(NONE, EpisodeFacts::isEscalation);
        return escalation != NONE && last(escalation, event -> event.isFrom("human")) == NONE;
    }

    private boolean leftInAnger() {
        int felt = last(NONE, event -> event.isFromCustomer() && event.has("sentiment"));
        return felt != NONE && events.get(felt).number("sentiment") < -0.25;
    }

    private int firstCustomer() {
        return first(SeenEvent::isFromCustomer);
    }

    private int lastCustomer() {
        return last(NONE, SeenEvent::isFromCustomer);
    }

    /** A reply: a bot's or human's public message after the first of the customer, that is an answer. */
    private int lastReply() {
        return customerWrote() ? last(firstCustomer(), EpisodeFacts::canBeReply) : NONE;
    }

    private int lastBotReply() {
        return customerWrote() ? last(firstCustomer(), event -> event.isFrom("bot") && canBeReply(event)) : NONE;
    }

    private static boolean canBeReply(SeenEvent event) {
        return event.isFrom("human") || event.isFrom("bot") && !event.isBotWithoutAnswer();
    }

    private List<SeenEvent> publicMessages(String from) {
        return events.stream().filter(event -> event.isFrom(from)).toList();
    }

    private int first(Predicate<SeenEvent> wanted) {
        for (int i = 0; i < events.size(); i++) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        return NONE;
    }

    private int first(Predicate<SeenEvent> wanted, int after) {
        for (int i = after + 1; after != NONE && i < events.size(); i++) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        return NONE;
    }

    /** The place of the last one wanted that comes after another place, or NONE. */
    private int last(int after, Predicate<SeenEvent> wanted) {
        for (int i = events.size() - 1; i > after; i--) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        return NONE;
    }
}
