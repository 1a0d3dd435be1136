package io.deskpulse.alerting.conversation;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.contracts.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Watches the conversations of the partitions that this instance has, and records what is to be told of them. Used by one thread. */
@Singleton
public class WatchConversations {
    /** Clocks of instances differ. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(5);

    private final Decisions decisions;
    private final RulesInForce rules;
    private final Telling telling;
    private final ConversationSettings settings;
    private final ConversationMeters meters;
    private final Clock clock;
    private final Map<Integer, Part> parts = new HashMap<>();

    private record Part(Fence fence, Watching watching) {}

    WatchConversations(
            Decisions decisions,
            RulesInForce rules,
            Telling telling,
            ConversationSettings settings,
            ConversationMeters meters,
            Clock clock) {
        this.decisions = decisions;
        this.rules = rules;
        this.telling = telling;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Takes a partition from whoever has it. Nothing is known of its conversations yet. */
    public void begin(int partition) {
        Fence fence = decisions.take("interactions-" + partition);
        parts.put(partition, new Part(fence, new Watching(rules::of, telling, settings.late(), settings.most())));
    }

    /** Takes note of an event that was dealt with before. */
    public void remember(int partition, Event event) {
        parts.get(partition).watching().remember(event);
    }

    /**
     * Goes on with the alerts that fire already, after all has been remembered.
     *
     * @param here whether a conversation of a tenant is in the partition
     */
    public void restore(int partition, Predicate<Alert> here) {
        decisions.standing(Kind.rules()).stream()
                .filter(here)
                .forEach(parts.get(partition).watching()::restore);
    }

    /** Gives partitions up. */
    public void end(int partition) {
        parts.remove(partition);
        count();
    }

    /**
     * Deals with events in their order: what they make of alerts is stored when this returns.
     *
     * @throws Fence.Lost where another instance has the partition
     */
    public void take(int partition, List<Event> events) {
        Part part = parts.get(partition);
        Instant now = clock.instant();
        List<Transition> transitions = new ArrayList<>();
        for (Event event : events) {
            transitions.addAll(part.watching().take(event, now));
        }
        record(part, transitions);
    }

    /**
     * Deals with the time that has passed.
     *
     * @throws Fence.Lost where another instance has one of the partitions
     */
    public void look() {
        Instant now = clock.instant();
        for (Part part : parts.values()) {
            record(part, part.watching().look(now));
        }
        count();
    }

    /** Hears what people have changed: rules, and alerts that they ended. Asked once a second. */
    public void hear() {
        rules.refresh();
        decisions.endedByHand(clock.instant().minus(LOOK_BACK)).stream()
                .filter(alert -> Kind.rules().contains(alert.last().rule()))
                .forEach(alert -> parts.values().forEach(part -> part.watching().endedByHand(alert)));
    }

    /** Whether a tenant's conversations are of interest. */
    public boolean watches(String tenant) {
        return rules.watches(tenant);
    }

    private void record(Part part, List<Transition> transitions) {
        decisions.record(part.fence(), transitions);
        meters.decided(transitions);
    }

    private void count() {
        meters.inMind(
                parts.values().stream().mapToInt(part -> part.watching().size()).sum());
    }
}
