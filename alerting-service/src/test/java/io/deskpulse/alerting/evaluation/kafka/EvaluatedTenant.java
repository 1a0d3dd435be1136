package io.deskpulse.alerting.evaluation.kafka;

import static io.deskpulse.alerting.evaluation.Cells.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.evaluation.RuleUnderTest;
import io.deskpulse.alerting.rule.RuleVersion;
import io.deskpulse.alerting.rule.Rules;
import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A tenant that no other test has, whose rules are evaluated by its measurements in Kafka. */
abstract class EvaluatedTenant {
    static final Duration MINUTE = Duration.ofMinutes(1);

    final String tenant = "eval-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Rules rules;

    @Inject
    Transactions transactions;

    @Inject
    Decisions decisions;

    @Inject
    Schema schema;

    @BeforeEach
    void awaitTables() {
        await().until(schema::migrated);
    }

    RuleUnderTest resolution() {
        return RuleUnderTest.on("resolution_rate").of(tenant).below(0.7).over(MINUTE);
    }

    void save(RuleUnderTest rule) {
        transactions.run(() -> {
            rules.save(new RuleVersion(rule.make(), Instant.now(), "test"));
        });
    }

    void closed(int resolved, int all) {
        Measurements.count(tenant, Map.of(), counts("conversations_closed", all, "resolved_by_bot", resolved));
    }

    Alert awaitOne(State state) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(decisions.standing(tenant))
                .extracting(Alert::state)
                .containsExactly(state));
        return decisions.standing(tenant).get(0);
    }

    void awaitNone() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(decisions.standing(tenant)).isEmpty());
    }

    /** A minute that is healthy, after which whoever evaluates has surely taken the rule. */
    void untilEvaluated(RuleUnderTest rule) {
        save(rule);
        closed(0, 10);
        Measurements.nextMinute();
        awaitOne(State.FIRING);
        closed(10, 10);
        Measurements.nextMinute();
        awaitNone();
    }
}
