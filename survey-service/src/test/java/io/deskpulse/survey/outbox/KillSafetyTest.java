package io.deskpulse.survey.outbox;

import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.deskpulse.survey.transaction.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever dies between answer and Kafka, nothing is lost and nothing is told under two ids. */
@QuarkusTest
@TestProfile(NoRelay.class)
class KillSafetyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Queue queue;

    @Inject
    Sink kafka;

    @Inject
    Transactions transactions;

    @Inject
    Bell bell;

    @Inject
    OutboxMeters meters;

    private final List<Message> taken = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void nothingWaits() throws Exception {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        while (queue.send(1_000, messages -> {}) > 0) {
            // what other tests have left
        }
    }

    @Test
    void whatWasCommittedBeforeAKillIsSentByTheNextInstance() throws Exception {
        Answering offer = answered("killed");
        assertThat(queue.waiting()).isEqualTo(3);
        assertThat(Interactions.story("killed", offer.id())).isEmpty();

        Relay next = relay();
        next.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Interactions.story("killed", offer.id()))
                .containsExactly("offered", "csat:1", "finished"));
        await().atMost(PATIENCE).until(() -> queue.waiting() == 0);
        next.stop();
    }

    @Test
    void whatASinkTookBeforeItFailedIsSentAgainUnderTheSameIds() throws Exception {
        Answering offer = answered("twice");

        assertThatThrownBy(() -> queue.send(100, messages -> {
                    kafka.take(messages);
                    throw new Sink.Failed("killed before the delete", null);
                }))
                .isInstanceOf(Sink.Failed.class);
        assertThat(queue.waiting()).isEqualTo(3);
        assertThat(queue.send(100, kafka)).isEqualTo(3);

        assertThat(queue.waiting()).isZero();
        assertThat(Interactions.story("twice", offer.id()))
                .containsExactly("offered", "csat:1", "finished", "offered", "csat:1", "finished");
    }

    @Test
    void oneAtATimeSends() throws Exception {
        answered("alone");
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Integer> first = thread.submit(() -> queue.send(1, messages -> {
            sending.countDown();
            hold(go);
            taken.addAll(messages);
        }));
        sending.await();

        assertThat(queue.send(100, taken::addAll)).isZero();
        assertThat(taken).isEmpty();

        go.countDown();
        assertThat(first.get()).isEqualTo(1);
        assertThat(queue.send(100, taken::addAll)).isEqualTo(2);
        assertThat(taken).extracting(Message::id).doesNotHaveDuplicates().hasSize(3);
        thread.shutdown();
    }

    @Test
    void writtenIsSentAndWaiting() throws Exception {
        double before = meter("written_total") - meter("sent_total");
        answered("metered");
        assertThat(meter("written_total") - meter("sent_total") - before).isEqualTo(3);

        Relay relay = relay();
        relay.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(meter("written_total") - meter("sent_total")).isEqualTo(before);
            assertThat(meter("waiting")).isZero();
        });
        relay.stop();
    }

    private Answering answered(String tenant) {
        Answering offer = Answering.offered(tenant, published(tenant, Definitions.afterChat()), "c-1");
        offer.answer("csat", "{\"value\":4}").then().statusCode(204);
        offer.finish().then().statusCode(204);
        return offer;
    }

    private Relay relay() {
        return new Relay(queue, kafka, transactions, bell, meters, new On());
    }

    private static double meter(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("deskpulse_survey_outbox_" + name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record On() implements OutboxSettings {
        @Override
        public boolean relay() {
            return true;
        }

        @Override
        public Duration lookEvery() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration gather() {
            return Duration.ZERO;
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(100);
        }

        @Override
        public int batch() {
            return 2;
        }
    }
}
