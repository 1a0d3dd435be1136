package io.deskpulse.survey.trigger;

import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Journeys;
import io.deskpulse.survey.MovableClock;
import io.deskpulse.survey.OwnTime;
import io.deskpulse.survey.Requests;
import io.deskpulse.survey.transaction.Waiting;
import io.deskpulse.survey.trigger.kafka.ReadJourneys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans, journeys and time in the hands of the test. */
@QuarkusTest
@TestProfile(OwnTime.class)
class DelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    TakeJourneys takeJourneys;

    @Inject
    CarryOutPlans carryOut;

    @Inject
    MovableClock clock;

    @Inject
    DataSource postgres;

    @AfterEach
    void nothingOfTheFutureIsLeft() {
        OwnTime.forgetTheFuture(postgres);
    }

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        carryOutAll();
    }

    @Test
    void planSurvivesARestartAndIsCarriedOutOnceItIsDue() {
        published("delay", onClose(", \"delay\": \"PT2H\""));
        take(closed("delay", "c-1", 1));

        // Whatever carries plans out here knows of nothing but the database: it is as though the service had begun
        // anew.
        assertThat(carryOutAll()).isZero();
        assertThat(offers("delay", "c-1")).isEmpty();
        clock.in(Duration.ofHours(3), () -> assertThat(carryOutAll()).isEqualTo(1));

        assertThat(offers("delay", "c-1")).hasSize(1);
        clock.in(Duration.ofHours(4), () -> assertThat(carryOutAll()).isZero());
    }

    @Test
    void closeThatIsTakenBackAsksNobodyUntilItIsCloseAgain() {
        published("back", onClose(", \"delay\": \"PT2H\""));
        Journey close = closed("back", "c-1", 1);
        take(close);
        take(Journeys.withdrawn(close, 2));
        // An older revision that comes late changes nothing.
        take(close);

        clock.in(Duration.ofHours(3), () -> assertThat(carryOutAll()).isZero());

        take(closed("back", "c-1", 3));
        clock.in(Duration.ofHours(3), () -> assertThat(carryOutAll()).isEqualTo(1));
        assertThat(offers("back", "c-1")).hasSize(1);
    }

    @Test
    void planThatCouldNotBeCarriedOutInTimeAsksNobody() {
        published("late", onClose(", \"delay\": \"PT2H\""));
        take(closed("late", "c-1", 1));

        clock.in(Duration.ofHours(27), () -> carryOutAll());

        assertThat(offers("late", "c-1")).isEmpty();
    }

    @Test
    void severalInstancesMakeEachOfferOnce() {
        published("many", onClose(""));
        int episodes = 60;
        take(IntStream.range(0, episodes)
                .mapToObj(i -> closed("many", "c-" + i, 1))
                .toArray(Journey[]::new));

        List<CompletableFuture<Integer>> instances = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::carryOutAll))
                .toList();

        assertThat(instances.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(episodes);
        assertThat(IntStream.range(0, episodes)
                        .filter(i -> offers("many", "c-" + i).size() != 1))
                .isEmpty();
    }

    private void take(Journey... journeys) {
        var episodes = ReadJourneys.of(journeys);
        Waiting.until(() -> takeJourneys.take(episodes));
    }

    private int carryOutAll() {
        int count = 0;
        while (Waiting.until(carryOut::next)) {
            count++;
        }
        return count;
    }

    private static Journey closed(String tenant, String conversation, long revision) {
        return Journeys.closed(tenant, conversation, 1, revision, Instant.now());
    }

    private static List<String> offers(String tenant, String conversation) {
        return Requests.with(tenant, "survey:answer")
                .get("/v1/offers/pending?conversation=" + conversation)
                .path("offers.id");
    }

    private static String onClose(String further) {
        return Definitions.afterChat("\"policy\": {\"ask\": \"close\"" + further + "}");
    }
}
