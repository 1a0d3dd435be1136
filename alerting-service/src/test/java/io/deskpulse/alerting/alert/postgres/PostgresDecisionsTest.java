package io.deskpulse.alerting.alert.postgres;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.ActOnAlerts;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.DecisionsContract;
import io.deskpulse.alerting.alert.ToldAlerts;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

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
    Schema schema;

    @BeforeEach
    void awaitTables() {
        Awaitility.await().until(schema::migrated);
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
