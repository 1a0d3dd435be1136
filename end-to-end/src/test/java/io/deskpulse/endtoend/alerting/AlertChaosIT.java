package io.deskpulse.endtoend.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.endtoend.alerting.Inbox.Told;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.IngestClient;
import io.deskpulse.localstack.alert.JsonApi;
import io.deskpulse.localstack.service.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Either of two alerting-services is killed at random moments while alerts of conversations and of judged windows fire and end: people hear of each beginning and
 * of each end at least once, and of no end without its beginning. {@code -Dalert.kills=200} for the long run.
 */
class AlertChaosIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "alert-kills";
    private static final int KILLS = Integer.getInteger("alert.kills", 20);
    private static final long SEED = Long.getLong("alert.seed", 11);
    private static final int SLOWEST_MILLIS = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String CONVERSATION = "c-";
    private static final String VARIANT = "v-";
    /** So many conversations for each version that more people talk to than its rule allows. */
    private static final int CONVERSATIONS_FOR_A_SURGE = 15;

    private static final Duration SURGE_EVERY = Duration.ofSeconds(15);

    /** No more than a busy machine can tell of between two kills: an end that overtakes its beginning is told to nobody. */
    private static final int MOST_UNHEARD = 30;

    /** Who has died is replaced in seconds, as a receiver here never takes longer. */
    private static final Map<String, String> QUICK = Map.of(
            "deskpulse.alerting.notification.lease", "4s",
            "deskpulse.alerting.outgoing.timeout", "2s");

    private final Deployment deployment = Deployment.get();
    private final Random random = new Random(SEED);
    private final Set<String> begun = new HashSet<>();
    private final Set<String> calmed = new HashSet<>();
    private Instant surgedAt = Instant.EPOCH;
    private volatile int kills;

    @Test
    void killingEitherInstanceLosesNeitherABeginningNorAnEnd() throws Exception {
        try (Inbox inbox = new Inbox(SEED, SLOWEST_MILLIS);
                Service first = deployment.startAlerting("alerting-a", QUICK);
                Service second = deployment.startAlerting("alerting-b", QUICK)) {
            setUp(inbox, first);
            Thread killer = new Thread(() -> kill(List.of(first, second)), "killer");
            killer.start();
            while (killer.isAlive()) {
                if (unheard(inbox) < MOST_UNHEARD) {
                    beginAnother();
                }
                surgeOn(inbox);
                calm(inbox);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
            }
            first.awaitReady();
            second.awaitReady();
            awaitEnds(inbox);

            report(inbox);
            assertThat(inbox.forged()).as("bodies without a good signature").isZero();
            assertThat(names(inbox, "firing")).containsAll(begun);
            assertThat(names(inbox, "resolved")).containsAll(begun);
            assertThat(endsWithoutABeginning(inbox)).isEmpty();
            assertThat(duplicates(inbox)).as("duplicates").isLessThanOrEqualTo(3L * kills);
        }
    }

    /** For a while; what has not come by then is told by the assertions. */
    private void awaitEnds(Inbox inbox) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        surgeOn(inbox);
                        calm(inbox);
                        return names(inbox, "resolved").containsAll(begun);
                    });
        } catch (ConditionTimeoutException late) {
            System.out.println("Not all was told within " + PATIENCE);
        }
    }

    private void setUp(Inbox inbox, Service service) throws IOException {
        JsonApi api = new JsonApi(service.base(), deployment.token(TENANT, "alerts:manage"));
        JsonNode made = api.putNew(
                        "/v1/receivers/default",
                        JSON.readTree("{\"kind\": \"webhook\", \"settings\": {\"url\": \"" + inbox.url() + "\"}}"))
                .good();
        inbox.trust(made.path("made").elements().next().asText());
        api.put(
                        "/v1/routing",
                        0,
                        JSON.readTree(
                                """
                                {"route": {"receiver": "default", "groupBy": ["conversation", "variant"],
                                           "groupWait": "0s", "groupInterval": "1s", "repeatInterval": "4h"}}"""))
                .good();
        api.put("/v1/conversation-rules", 0, JSON.readTree("{\"negativeEmotion\": {\"endsAfter\": \"P1D\"}}"))
                .good();
        Surge.watch(api);
        // What is sent before both have heard of the rules is of no interest to them.
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            boolean heard = !begun.isEmpty() && names(inbox, "firing").containsAll(begun);
            if (!heard) {
                begun.clear();
                turn(CONVERSATION + "warm-" + random.nextInt());
                surge(VARIANT + "warm-" + random.nextInt());
            }
            return heard;
        });
    }

    private long unheard(Inbox inbox) {
        Set<String> heard = names(inbox, "firing");
        return begun.stream().filter(name -> !heard.contains(name)).count();
    }

    private void beginAnother() {
        turn(CONVERSATION + begun.size());
        if (begun.size() % CONVERSATIONS_FOR_A_SURGE == 0) {
            surge(VARIANT + begun.size());
        }
    }

    private void turn(String conversation) {
        begun.add(conversation);
        ingest().sendBatch(new Mood(conversation).turns());
    }

    private void surge(String variant) {
        begun.add(variant);
        ingest().sendBatch(new Surge(variant).events());
    }

    /**
     * As long as nobody has heard of it: whoever is killed every few seconds judges some windows too late, of which only the last counts
     * (docs/reference/evaluation.md).
     */
    private void surgeOn(Inbox inbox) {
        if (Instant.now().isBefore(surgedAt.plus(SURGE_EVERY))) {
            return;
        }
        surgedAt = Instant.now();
        Set<String> heard = names(inbox, "firing");
        begun.stream()
                .filter(name -> name.startsWith(VARIANT) && !heard.contains(name))
                .forEach(variant -> ingest().sendBatch(new Surge(variant).events()));
    }

    /** Some of those that people know of; what ends before anybody knows is nobody's business. */
    private void calm(Inbox inbox) {
        for (String conversation : names(inbox, "firing")) {
            if (conversation.startsWith(CONVERSATION)
                    && !calmed.contains(conversation)
                    && (kills >= KILLS || random.nextInt(4) == 0)) {
                calmed.add(conversation);
                ingest().sendBatch(new Mood(conversation).isCalmed());
            }
        }
    }

    private IngestClient ingest() {
        return deployment.ingestOf(TENANT);
    }

    /** One that is ready, whatever becomes of the other. */
    private void kill(List<Service> services) {
        Random moments = new Random(SEED);
        try {
            while (kills < KILLS) {
                Service victim = services.get(moments.nextInt(services.size()));
                victim.awaitReady();
                TimeUnit.MILLISECONDS.sleep(moments.nextInt(2_500));
                victim.process().kill9();
                victim.process().start();
                kills++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> names(Inbox inbox, String status) {
        return inbox.told().stream()
                .filter(told -> told.status().equals(status))
                .map(Told::name)
                .collect(Collectors.toSet());
    }

    private static List<Told> endsWithoutABeginning(Inbox inbox) {
        Set<String> known = new HashSet<>();
        List<Told> alone = new ArrayList<>();
        for (Told told : inbox.told()) {
            if (told.status().equals("firing")) {
                known.add(told.name());
            } else if (!known.contains(told.name())) {
                alone.add(told);
            }
        }
        return alone;
    }

    private static long duplicates(Inbox inbox) {
        return inbox.told().size() - inbox.told().stream().distinct().count();
    }

    private void report(Inbox inbox) {
        System.out.printf(
                "kills %d, alerts %d (%d of judged windows), told %d times: %d duplicates, %d ends without a beginning (seed %d)%n",
                kills,
                begun.size(),
                begun.stream().filter(name -> name.startsWith(VARIANT)).count(),
                inbox.told().size(),
                duplicates(inbox),
                endsWithoutABeginning(inbox).size(),
                SEED);
    }
}
