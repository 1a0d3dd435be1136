package io.deskpulse.survey.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.delivery.Sending.delivery;
import static io.deskpulse.survey.delivery.Sending.newest;
import static io.deskpulse.survey.delivery.Sending.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.MovableClock;
import io.deskpulse.survey.delivery.Outside.Servers;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.transaction.Transactions;
import io.deskpulse.survey.transaction.Waiting;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever dies between planning and sending, all is sent, and by one at a time. */
@QuarkusTest
@TestProfile(Outside.WithoutCourier.class)
class DeliverDueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Inject
    DeliverDue deliverDue;

    @Inject
    Deliveries deliveries;

    @Inject
    Transactions transactions;

    @Inject
    MovableClock clock;

    @BeforeEach
    void nothingWaits() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        Servers.gateway.resetAll();
        Servers.gateway.stubFor(post(anyUrl()).willReturn(ok()));
        clock.in(Duration.ofDays(300), this::finishAll);
        Servers.gateway.resetRequests();
    }

    @Test
    void whatWasTakenByOneThatDiedIsSentWhenItsLeaseIsOver() {
        planned("died", 1);
        assertThat(take(10)).as("dies with it").hasSize(1);

        assertThat(deliverDue.turn()).as("while the lease lasts").isZero();
        clock.in(LEASE.plusSeconds(1), () -> assertThat(deliverDue.turn()).isEqualTo(1));

        assertThat(newest("died", "state")).isEqualTo("sent");
        assertThat(newest("died", "attempts")).isEqualTo(2);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void whatWasSentBeforeTheKillIsSentAgainUnderTheSameId() {
        planned("twice", 1);
        List<Delivery> all = take(10);
        assertThat(all).as(delivery("twice").asString()).hasSize(1);
        Delivery taken = all.get(0);
        clock.in(LEASE.plusSeconds(1), () -> deliverDue.turn());

        boolean late = in(taken.sent(Instant.now()));

        assertThat(late).as("who has lost it writes nothing").isFalse();
        assertThat(sent().get(0).getHeader("webhook-id")).isEqualTo("msg_" + taken.offer());
        assertThat(newest("twice", "attempts")).isEqualTo(2);
    }

    @Test
    void twoInstancesNeverTakeTheSame() throws Exception {
        planned("two", 40);
        ExecutorService instances = Executors.newFixedThreadPool(4);
        List<Future<List<Delivery>>> takes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            takes.add(instances.submit(() -> take(5)));
        }
        List<UUID> taken = new ArrayList<>();
        for (Future<List<Delivery>> take : takes) {
            take.get().forEach(delivery -> taken.add(delivery.offer()));
        }
        instances.shutdown();

        assertThat(taken).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void whoHasAnsweredOrIsForgottenMeanwhileGetsNothing() {
        List<String> offers = planned("meanwhile", 1);
        managing("meanwhile").delete("/v1/contacts/k-0").then().statusCode(204);
        deliverDue.turn();
        assertThat(newest("meanwhile", "state")).isEqualTo("failed");
        assertThat(newest("meanwhile", "reason")).isEqualTo("no-contact");
        assertThat(offers).hasSize(1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void offerThatExpiresIsNotTriedAnyMore() {
        Servers.gateway.stop();
        try {
            planned("expiring", 1);
            deliverDue.turn();
            assertThat(newest("expiring", "reason")).isEqualTo("gateway-away");
            assertThat(newest("expiring", "state")).isEqualTo("waiting");

            clock.in(Duration.ofDays(8), () -> deliverDue.turn());

            assertThat(newest("expiring", "state")).isEqualTo("failed");
            assertThat(newest("expiring", "reason")).isEqualTo("offer-expired");
        } finally {
            Servers.gateway.start();
        }
    }

    private List<String> planned(String tenant, int how) {
        String survey = published(tenant, Definitions.afterChat());
        List<String> offers = new ArrayList<>();
        for (int i = 0; i < how; i++) {
            String number = "+86139%08d".formatted(Math.abs((tenant + i).hashCode()) % 100_000_000);
            offers.add(send(tenant, survey, "k-" + i, "sms", number, "en")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        return offers;
    }

    private List<Delivery> take(int most) {
        Instant now = clock.instant();
        return Waiting.until(
                () -> transactions.run(() -> deliveries.take(Set.of(Means.SMS), now, now.plus(LEASE), most)));
    }

    private boolean in(Delivery settled) {
        return Waiting.until(() -> transactions.run(() -> deliveries.settle(settled)));
    }

    private void finishAll() {
        while (deliverDue.turn() > 0) {
            // what other tests have left
        }
    }

    private static List<LoggedRequest> sent() {
        return Servers.gateway.findAll(postRequestedFor(anyUrl()));
    }
}
