package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.alerting.notification.Entry;
import io.deskpulse.alerting.notification.Groups;
import io.deskpulse.alerting.notification.GroupsContract;
import io.deskpulse.alerting.notification.NotificationLog;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@TestProfile(NobodySends.class)
class PostgresGroupsTest extends GroupsContract {
    @Inject
    Groups groups;

    @Inject
    NotificationLog log;

    @Inject
    Schema schema;

    @BeforeEach
    void awaitTables() {
        Awaitility.await().until(schema::migrated);
    }

    @Override
    protected Groups groups() {
        return groups;
    }

    @Override
    protected List<Entry> log(String ofTenant) {
        return log.list(
                ofTenant,
                new NotificationLog.Selection(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                100);
    }
}
