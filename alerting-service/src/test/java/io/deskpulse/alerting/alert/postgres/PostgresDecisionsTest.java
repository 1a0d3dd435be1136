package io.deskpulse.alerting.alert.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.ActOnAlerts;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Alerts;
import io.deskpulse.alerting.alert.Decided;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.DecisionsContract;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.alert.Ledger;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.ToldAlerts;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AlertingTest
class PostgresDecisionsTest extends DecisionsContract {
    @Inject
    Decisions decisions;

    @Inject
    ActOnAlerts hands;

    @Inject
    ToldAlerts told;

    @Inject
    Ledger ledger;

    @Inject
    Alerts alerts;

    @Inject
    Schema schema;

    @BeforeEach
    void awaitTables() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void forgetsWhatHasBeenOverForLongAndNothingElse() {
        String tenant = "t-" + UUID.randomUUID();
        Decided over = new Decided(tenant, "over");
        Decided standing = new Decided(tenant, "standing");
        Fence fence = decisions.take("part-of-" + tenant);
        decisions.record(
                fence,
                List.of(
                        over.goes(State.NORMAL, State.FIRING, 1),
                        standing.goes(State.NORMAL, State.FIRING, 1),
                        over.goes(State.FIRING, State.NORMAL, 2)));

        ledger.forget(Decided.minute(10), 100);

        assertThat(alerts.find(tenant, over.fingerprint())).isEmpty();
        assertThat(alerts.find(tenant, standing.fingerprint())).isPresent();
    }

    @Override
    protected Decisions decisions() {
        return decisions;
    }

    @Override
    protected ActOnAlerts hands() {
        return hands;
    }

    @Override
    protected List<List<Alert>> told(String ofTenant) {
        return told.of(ofTenant);
    }
}
