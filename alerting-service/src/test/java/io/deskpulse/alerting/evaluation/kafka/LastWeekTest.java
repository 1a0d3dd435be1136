package io.deskpulse.alerting.evaluation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.evaluation.Baselines;
import io.deskpulse.alerting.window.HourTallies;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours in Postgres. */
@QuarkusTest
@AlertingTest
class LastWeekTest {
    private static final Instant HOUR = Instant.parse("2026-03-02T07:00:00Z");

    private final String tenant = "week-" + UUID.randomUUID();
    private final String part = "test-" + tenant;

    @Inject
    Baselines baselines;

    @Inject
    Decisions decisions;

    @Inject
    Schema schema;

    @BeforeEach
    void awaitTables() {
        await().until(schema::migrated);
    }

    private static HourTallies hour(Instant at, int number) {
        return new HourTallies("channel", at.toEpochMilli(), "{\"rows\": [], \"number\": " + number + "}");
    }

    @Test
    void anHourIsReplacedByItsOwnerAndNotByOneWhoHasLostIt() {
        Fence earlier = decisions.take(part);
        Fence later = decisions.take(part);

        baselines.store(earlier, tenant, List.of(hour(HOUR, 1)));
        baselines.store(later, tenant, List.of(hour(HOUR, 2)));
        baselines.store(earlier, tenant, List.of(hour(HOUR, 3)));

        assertThat(baselines.load(tenant, HOUR)).singleElement().satisfies(stored -> {
            assertThat(stored.level()).isEqualTo("channel");
            assertThat(stored.hour()).isEqualTo(HOUR.toEpochMilli());
            assertThat(stored.document()).contains("\"number\": 2");
        });
    }

    @Test
    void onlyHoursSinceAMomentAreLoadedAndOldOnesForgotten() {
        Fence fence = decisions.take(part);
        Instant old = HOUR.minus(Duration.ofDays(400));
        baselines.store(fence, tenant, List.of(hour(HOUR, 1), hour(old, 2)));
        assertThat(baselines.load(tenant, HOUR)).hasSize(1);
        assertThat(baselines.load(tenant, old)).hasSize(2);

        baselines.forget(old.plusSeconds(1));

        assertThat(baselines.load(tenant, Instant.EPOCH)).hasSize(1);
    }
}
