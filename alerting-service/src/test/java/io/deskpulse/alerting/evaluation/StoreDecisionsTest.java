package io.deskpulse.alerting.evaluation;

import static io.deskpulse.alerting.evaluation.Cells.counts;
import static io.deskpulse.alerting.evaluation.TimeLine.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.alert.MemoryDecisions;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.evaluation.StoreDecisions.Outcome;
import io.deskpulse.kit.postgres.StoreUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StoreDecisionsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MemoryDecisions stored = new MemoryDecisions();
    private final Fence fence = stored.take("measurements-0");

    private static List<Transition> firing() {
        return TimeLine.of(RuleUnderTest.on("resolution_rate")
                        .below(0.7)
                        .by("channel")
                        .over(minutes(1)))
                .at(minutes(0))
                .push(Map.of("channel", "web"), counts("conversations_closed", 1))
                .at(minutes(0))
                .push(Map.of("channel", "app"), counts("conversations_closed", 1))
                .expect(State.FIRING)
                .between(minutes(1), minutes(1))
                .expect(State.FIRING)
                .between(minutes(1), minutes(1))
                .until(minutes(1))
                .told();
    }

    private Outcome store(Consumer<List<Transition>> before) {
        return new StoreDecisions(new Guarded(stored, before), new EvaluationMeters(meters)).store(fence, firing());
    }

    @Test
    void whatPostgresDoesNotTakeNowIsToldToBeStoredLater() {
        assertThat(store(all -> {
                    throw new StoreUnavailable("away", null);
                }))
                .isEqualTo(Outcome.LATER);
        assertThat(stored.history()).isEmpty();
    }

    @Test
    void oneThatCannotBeStoredTakesNoneOfTheOthersAlong() {
        Outcome outcome = store(all -> {
            if (all.stream().anyMatch(each -> each.group().containsValue("app"))) {
                throw new IllegalStateException("a statement failed with SQL state 22P05");
            }
        });

        assertThat(outcome).isEqualTo(Outcome.STORED);
        assertThat(stored.standing("shop"))
                .extracting(alert -> alert.last().group())
                .containsExactly(Map.of("channel", "web"));
        assertThat(meters.counter("deskpulse.alerting.decisions.refused").count())
                .isEqualTo(1);
    }

    @Test
    void whoeverHasLostTheFenceIsTold() {
        stored.take("measurements-0");

        assertThat(store(all -> {})).isEqualTo(Outcome.LOST);
        assertThat(stored.history()).isEmpty();
    }

    /** Does something before it stores. */
    private record Guarded(Decisions decisions, Consumer<List<Transition>> before) implements Decisions {
        @Override
        public Fence take(String part) {
            return decisions.take(part);
        }

        @Override
        public void record(Fence fence, List<Transition> transitions) {
            before.accept(transitions);
            decisions.record(fence, transitions);
        }

        @Override
        public List<Alert> standing(String tenant) {
            return decisions.standing(tenant);
        }

        @Override
        public List<Alert> standing(Set<String> rules) {
            return decisions.standing(rules);
        }

        @Override
        public List<String> standingTenants() {
            return decisions.standingTenants();
        }

        @Override
        public List<Alert> endedByHand(Instant since) {
            return decisions.endedByHand(since);
        }
    }
}
