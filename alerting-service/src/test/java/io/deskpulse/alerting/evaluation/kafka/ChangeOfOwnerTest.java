package io.deskpulse.alerting.evaluation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.evaluation.Asking;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.RulesNow;
import io.deskpulse.localstack.stack.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who evaluates a partition changes, with Kafka and Postgres. */
@QuarkusTest
@AlertingTest
@TestProfile(SomebodyEvaluates.class)
class ChangeOfOwnerTest extends EvaluatedTenant {
    @Inject
    Claims claims;

    @Inject
    Asking asking;

    @Test
    void whoeverHasLostTheFenceTakesItAgainAndGoesOn() {
        untilEvaluated(resolution());

        decisions.take("measurements-" + History.partitionOf(tenant, Topics.PARTITIONS));
        closed(1, 10);
        Measurements.nextMinute();

        assertThat(awaitOne(State.FIRING).last().evidence().value()).isEqualTo(0.1);
    }

    @Test
    void anotherOwnerGoesOnWhereTheFirstStoodAndPagesNobodyAgain() {
        save(resolution());
        closed(1, 10);
        Measurements.nextMinute();
        Alert firing = awaitOne(State.FIRING);

        Claim taken = claim(asking.rules());

        assertThat(of(tenant, taken.restored())).isEmpty();
        assertThat(of(tenant, taken.evaluation().advance())).isEmpty();
        assertThat(taken.evaluation().of(tenant).census().in(State.FIRING)).isEqualTo(1);
        assertThat(decisions.standing(tenant)).containsExactly(firing);
    }

    @Test
    void anotherOwnerEndsWhatHasNoRuleAnyMore() {
        save(resolution());
        closed(1, 10);
        Measurements.nextMinute();
        awaitOne(State.FIRING);

        Claim taken = claim(new RulesNow(0, Map.of()));

        assertThat(of(tenant, taken.restored())).singleElement().satisfies(ended -> {
            assertThat(ended.to()).isEqualTo(State.NORMAL);
            assertThat(ended.reason()).isEqualTo(Reason.RULE_REMOVED);
        });
    }

    private Claim claim(RulesNow inForce) {
        return claims.claim(History.partitionOf(tenant, Topics.PARTITIONS), Topics.PARTITIONS, inForce, () -> true);
    }

    private static List<Transition> of(String tenant, Decided decided) {
        return decided.transitions().stream()
                .filter(each -> each.tenant().equals(tenant))
                .toList();
    }
}
