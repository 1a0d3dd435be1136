package io.deskpulse.alerting.rule.rest;

import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Schema;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/** Rules in Postgres, for the tests that extend it. */
abstract class StoredRules {
    @Inject
    Database database;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }
}
