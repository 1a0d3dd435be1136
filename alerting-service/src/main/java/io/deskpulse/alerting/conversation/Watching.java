package io.deskpulse.alerting.conversation;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.contracts.event.ConversationData;
import io.deskpulse.contracts.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conversations of one partition, and what is to be told of them: events go in, transitions come out. What is silent for long, and of no consequence, is
 * forgotten. Used by one thread.
 */
public final class Watching {
    private final Function<String, ConversationRules> rules;
    private final Telling telling;
    private final Duration late;
    private final int most;
    /** The ones that were silent longest first. */
    private final Map<Key, Conversation> conversations = new LinkedHashMap<>(16, 0.75f, true);
    /** Those that time alone can change: somebody waits, or an alert fires. */
    private final Map<Key, Conversation> pressing = new LinkedHashMap<>();

    private record Key(String tenant, String conversation) {}

    /**
     * Nothing yet.
     *
     * @param rules of a tenant, as they are in force now
     * @param late what happened longer ago is noted, and told to nobody
     * @param most how many conversations are kept in mind
     */
    Watching(Function<String, ConversationRules> rules, Telling telling, Duration late, int most) {
        this.rules = rules;
        this.telling = telling;
        this.late = late;
        this.most = most;
    }

    /** How many conversations are in mind. */
    public int size() {
        return conversations.size();
    }

    /** Takes note of an event that was dealt with before. */
    public void remember(Event event) {
        if (event.data() instanceof ConversationData) {
            settle(note(event));
        }
    }

    /** Goes on with an alert that fires for one of these conversations. */
    public void restore(Alert alert) {
        Key key = new Key(alert.tenant(), alert.labels().get("conversation"));
        Conversation conversation = conversations.computeIfAbsent(key, each -> Conversation.of(alert));
        conversation.firing().put(Kind.ofRule(alert.last().rule()), alert.last());
        pressing.put(key, conversation);
    }

    /** Somebody has ended an alert by hand: it may begin anew. */
    public void endedByHand(Alert alert) {
        Conversation conversation =
                pressing.get(new Key(alert.tenant(), alert.labels().get("conversation")));
        if (conversation != null) {
            Kind kind = Kind.ofRule(alert.last().rule());
            Transition began = conversation.firing().get(kind);
            // One that has begun since then is another episode.
            if (began != null && began.decidedAt().isBefore(alert.last().decidedAt())) {
                conversation.firing().remove(kind);
                conversation.told(kind);
                settle(conversation);
            }
        }
    }

    /** What an event makes of alerts. */
    public List<Transition> take(Event event, Instant now) {
        if (!(event.data() instanceof ConversationData)) {
            return List.of();
        }
        Conversation conversation = note(event);
        Instant at = Instant.ofEpochMilli(event.timeMillis());
        List<Transition> transitions = new ArrayList<>(ends(conversation, at));
        if (!conversation.test() && !conversation.closed() && at.isAfter(now.minus(late))) {
            begins(conversation, Kind.NEGATIVE_EMOTION, at).ifPresent(transitions::add);
            begins(conversation, Kind.REPEATED_QUESTION, at).ifPresent(transitions::add);
        }
        settle(conversation);
        return transitions;
    }

    /** What the time that has passed makes of alerts. Asked often: only those that time can change are looked at. */
    public List<Transition> look(Instant now) {
        List<Transition> transitions = new ArrayList<>();
        for (Conversation conversation : List.copyOf(pressing.values())) {
            grownOld(conversation, now, transitions);
            waited(conversation, now).ifPresent(transitions::add);
            settle(conversation);
        }
        return transitions;
    }

    private Conversation note(Event event) {
        Key key = new Key(event.tenant(), event.subject());
        Conversation conversation =
                conversations.computeIfAbsent(key, each -> new Conversation(each.tenant, each.conversation));
        conversation.take(event);
        return conversation;
    }

    /** Keeps in mind what matters, and no more than there is room for. */
    private void settle(Conversation conversation) {
        Key key = new Key(conversation.tenant(), conversation.id());
        if (conversation.waitingSince().isPresent() || !conversation.firing().isEmpty()) {
            pressing.put(key, conversation);
        } else {
            pressing.remove(key);
        }
        Iterator<Key> eldest = conversations.keySet().iterator();
        while (conversations.size() > most && eldest.hasNext()) {
            Key each = eldest.next();
            if (!pressing.containsKey(each)) {
                eldest.remove();
            }
        }
    }

    private List<Transition> ends(Conversation conversation, Instant at) {
        List<Transition> ended = new ArrayList<>();
        conversation.firing().entrySet().removeIf(firing -> {
            Optional<Reason> over = over(conversation, firing.getKey());
            over.ifPresent(why -> ended.add(telling.ended(firing.getValue(), why, at)));
            return over.isPresent();
        });
        return ended;
    }

    private Optional<Reason> over(Conversation conversation, Kind kind) {
        if (conversation.closed() || conversation.humanAnswered()) {
            return Optional.of(Reason.OVER);
        }
        double limit = watch(conversation, kind).map(Watch::limit).orElse(Double.NaN);
        return kind == Kind.NEGATIVE_EMOTION && conversation.recovered(limit)
                ? Optional.of(Reason.RECOVERED)
                : Optional.empty();
    }

    private Optional<Transition> begins(Conversation conversation, Kind kind, Instant at) {
        return watch(conversation, kind).flatMap(watch -> {
            Optional<Double> value = kind == Kind.NEGATIVE_EMOTION
                    ? conversation.fallenBelow(watch.limit())
                    : Optional.of((double) conversation.times()).filter(times -> times >= watch.limit());
            return value.filter(reached -> !conversation.firing().containsKey(kind))
                    .map(reached -> begin(conversation, kind, watch, reached, at, at));
        });
    }

    private Optional<Transition> waited(Conversation conversation, Instant now) {
        Instant since = conversation.waitingSince().orElse(null);
        if (since == null || conversation.test() || conversation.firing().containsKey(Kind.LONG_WAIT)) {
            return Optional.empty();
        }
        return watch(conversation, Kind.LONG_WAIT).flatMap(watch -> {
            Instant due = since.plusMillis((long) (watch.limit() * 1000));
            boolean tell = !now.isBefore(due) && due.isAfter(now.minus(late));
            double seconds = Duration.between(since, now).toMillis() / 1000.0;
            return tell
                    ? Optional.of(begin(conversation, Kind.LONG_WAIT, watch, seconds, since, now))
                    : Optional.empty();
        });
    }

    private Transition begin(
            Conversation conversation, Kind kind, Watch watch, double value, Instant from, Instant at) {
        long revision = rules.apply(conversation.tenant()).revision();
        Transition began = telling.began(conversation, kind, watch, revision, value, from, at);
        conversation.firing().put(kind, began);
        return began;
    }

    /** What fires for long, or is watched no longer, ends; whoever has waited for long, and is told of, need not be told of again. */
    private void grownOld(Conversation conversation, Instant now, List<Transition> transitions) {
        conversation.firing().entrySet().removeIf(firing -> {
            Optional<Watch> watch = watch(conversation, firing.getKey());
            Instant began = firing.getValue().at();
            boolean old =
                    watch.isEmpty() || !now.isBefore(began.plus(watch.get().endsAfter()));
            if (old) {
                Reason why = watch.isEmpty() ? Reason.RULE_REMOVED : Reason.OVER;
                transitions.add(telling.ended(firing.getValue(), why, now));
                conversation.told(firing.getKey());
            }
            return old;
        });
    }

    private Optional<Watch> watch(Conversation conversation, Kind kind) {
        return rules.apply(conversation.tenant()).watch(kind).filter(watch -> watch.covers(conversation));
    }
}
