package io.deskpulse.simulator.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.simulator.event.SimulatedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second bot version is better, by enough to be seen within a day. */
class VariantsTest {
    private static final Map<String, Tally> TALLIES = Map.of("v1", new Tally(), "v2", new Tally());

    @BeforeAll
    static void watchOneDay() {
        Map<String, Tally> byConversation = new HashMap<>();
        Instant from = Instant.parse("2026-11-20T00:00:00Z");
        ServiceDesk desk =
                ServiceDesk.events(DeskSettings.of(1, 10).startingEmpty(), from, from.plusSeconds(24 * 3600));
        while (desk.hasNext()) {
            SimulatedEvent event = desk.next();
            String data = new String(event.data(), UTF_8);
            if (event.type() == EventType.CONVERSATION_STARTED) {
                TALLIES.forEach((variant, tally) -> {
                    if (data.contains("\"variant\":\"" + variant + "\"")) {
                        byConversation.put(event.subject(), tally);
                        tally.conversations.add(event.subject());
                    }
                });
            } else if (byConversation.containsKey(event.subject())) {
                byConversation.get(event.subject()).count(event, data);
            }
        }
    }

    @Test
    void both_are_tried_equally() {
        assertThat(size("v1") / size("v2")).isBetween(0.9, 1.1);
    }

    @Test
    void second_has_no_answer_less_often() {
        assertThat(share("v2", TALLIES.get("v2").fallbacks)).isLessThan(0.6 * share("v1", TALLIES.get("v1").fallbacks));
    }

    @Test
    void second_hands_over_less_often_and_stays_below_the_target() {
        assertThat(share("v2", TALLIES.get("v2").escalated)).isLessThan(0.1);
        assertThat(share("v1", TALLIES.get("v1").escalated)).isBetween(0.12, 0.25);
    }

    @Test
    void second_resolves_more() {
        assertThat(share("v2", TALLIES.get("v2").resolvedByBot))
                .isGreaterThan(1.2 * share("v1", TALLIES.get("v1").resolvedByBot));
    }

    private static double size(String variant) {
        return TALLIES.get(variant).conversations.size();
    }

    private static double share(String variant, Set<String> conversations) {
        return conversations.size() / size(variant);
    }

    private static final class Tally {
        final Set<String> conversations = new HashSet<>();
        final Set<String> fallbacks = new HashSet<>();
        final Set<String> escalated = new HashSet<>();
        final Set<String> resolvedByBot = new HashSet<>();

        void count(SimulatedEvent event, String data) {
            if (data.contains("\"answered\":false")) {
                fallbacks.add(event.subject());
            }
            if (event.type() == EventType.CONVERSATION_ESCALATED) {
                escalated.add(event.subject());
            }
            if (event.type() == EventType.CONVERSATION_RESOLVED && data.contains("\"bot\"")) {
                resolvedByBot.add(event.subject());
            }
        }
    }
}
