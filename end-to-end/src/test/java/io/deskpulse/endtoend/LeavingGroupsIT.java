package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.HttpCaller;
import io.deskpulse.localstack.service.Service;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.Test;

/**
 * Services that read Kafka leave their groups when they are asked to stop: others go on at once, instead of after the ten seconds in which Kafka misses a
 * member. They say that they are not ready first, and are gone within a bounded time.
 */
class LeavingGroupsIT {
    /** Where nothing is in the way, and with a second of delay. */
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private static final Map<String, String> DELAY = Map.of("quarkus.shutdown.delay", "1s");

    private final Deployment deployment = Deployment.get();

    @Test
    void surveyServiceLeaves() throws Exception {
        leaves(List.of("survey-service"), () -> deployment.startSurvey("leaving-survey", DELAY));
    }

    @Test
    void metricsServiceLeaves() throws Exception {
        leaves(List.of("metrics"), () -> deployment.startStandby("leaving-metrics", DELAY));
    }

    @Test
    void alertingServiceLeaves() throws Exception {
        leaves(
                List.of("alerting-service", "deskpulse-alerting-conversations"),
                () -> deployment.startAlerting("leaving-alerting", DELAY));
    }

    private void leaves(List<String> groups, Supplier<Service> start) throws Exception {
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", deployment.stack().bootstrapServers()))) {
            Map<String, Integer> before = members(kafka, groups);
            Service leaving = start.get();
            await("membership").atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(members(kafka, groups))
                    .allSatisfy((group, size) -> assertThat(size).as(group).isEqualTo(before.get(group) + 1)));
            List<Integer> probes = new ArrayList<>();
            Thread balancer = new Thread(() -> probe(leaving, probes), "load-balancer");
            balancer.start();
            Instant asked = Instant.now();

            leaving.process().stop(LIMIT.multipliedBy(2));

            Duration took = Duration.between(asked, Instant.now());
            Map<String, Integer> after = members(kafka, groups);
            balancer.join();
            System.out.printf("%s stopped within %d ms%n", leaving.process().name(), took.toMillis());
            assertThat(leaving.process().exitCode().orElseThrow())
                    .as("exit code; 137 is a kill")
                    .isIn(0, 143);
            assertThat(took).isLessThan(LIMIT);
            assertThat(after).as("members at the moment it is gone").isEqualTo(before);
            assertThat(probes).as("answers of readiness").contains(503);
        }
    }

    /** Does what a load balancer does. */
    private static void probe(Service service, List<Integer> answers) {
        HttpCaller caller = new HttpCaller(service.base(), null);
        while (service.process().alive()) {
            try {
                answers.add(caller.get("/q/health/ready").status());
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }

    private static Map<String, Integer> members(Admin kafka, List<String> groups)
            throws ExecutionException, InterruptedException {
        Map<String, Integer> members = new TreeMap<>();
        for (String group : groups) {
            members.put(group, size(kafka, group));
        }
        return members;
    }

    private static int size(Admin kafka, String group) throws ExecutionException, InterruptedException {
        try {
            ConsumerGroupDescription described =
                    kafka.describeConsumerGroups(List.of(group)).all().get().get(group);
            return described.members().size();
        } catch (ExecutionException nobodyYet) {
            if (nobodyYet.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw nobodyYet;
        }
    }
}
