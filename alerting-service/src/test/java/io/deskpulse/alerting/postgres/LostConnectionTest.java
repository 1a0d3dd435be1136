package io.deskpulse.alerting.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.StoreUnavailable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LostConnectionTest {
    @Inject
    Database database;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void connectionLostInAStatementIsPostgresBeingAway() {
        assertThatThrownBy(this::loseTheConnection).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void connectionLostAtTheCommitIsPostgresBeingAway() {
        assertThatThrownBy(() -> database.run(() -> {
                    assertThatThrownBy(this::loseTheConnection).isInstanceOf(StoreUnavailable.class);
                    // nothing is left to be done but the commit
                }))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whatTheWorkThrowsComesThroughAsItIs() {
        IllegalArgumentException thrown = new IllegalArgumentException("a fault of the caller");

        assertThatThrownBy(() -> database.run(() -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(database.list("select 1", row -> 1)).containsExactly(1);
    }

    private void loseTheConnection() {
        database.list("select pg_terminate_backend(pg_backend_pid())", row -> true);
    }
}
