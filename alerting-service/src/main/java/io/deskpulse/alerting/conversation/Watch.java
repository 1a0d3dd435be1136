package io.deskpulse.alerting.conversation;

import io.deskpulse.alerting.rule.Severity;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What a tenant wants to be told of one kind. Immutable.
 *
 * @param limit sentiment from -1 to 1, number of times, or seconds, as the kind has it
 * @param labels added to those of its alerts
 * @param scenes that it applies to; empty for all
 * @param channels that it applies to; empty for all
 * @param endsAfter how long an alert fires at most
 */
public record Watch(
        double limit,
        Severity severity,
        Map<String, String> labels,
        Set<String> scenes,
        Set<String> channels,
        Duration endsAfter) {
    public Watch {
        labels = Map.copyOf(labels);
        scenes = Set.copyOf(scenes);
        channels = Set.copyOf(channels);
    }

    boolean covers(Conversation conversation) {
        return (scenes.isEmpty() || scenes.contains(conversation.scene()))
                && (channels.isEmpty() || channels.contains(conversation.channel()));
    }
}
