package io.deskpulse.alerting.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.notification.postgres.NobodySends;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.kit.postgres.Schema;
import io.deskpulse.kit.postgres.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances share Postgres. */
@QuarkusTest
@TestProfile(NobodySends.class)
class WorkersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Groups groups;

    @Inject
    NotificationLog log;

    @Inject
    Transactions transactions;

    @Inject
    Schema schema;

    private final String tenant = "workers-" + UUID.randomUUID().toString().substring(0, 8);
    private final StillClock clock = new StillClock(Instant.now());
    private Instances instances;

    @BeforeEach
    void awaitTables() {
        await().until(schema::migrated);
        instances = new Instances(groups, log, tenant, clock);
    }

    @AfterEach
    void stop() throws InterruptedException {
        instances.stop();
    }

    @Test
    void twoInstancesTellEachGroupOnceAndNeverTheSameAtOnce() {
        Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        Set<String> clashes = ConcurrentHashMap.newKeySet();
        Set<String> working = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 300; i++) {
            fires("rule-" + i);
        }
        clock.set(clock.instant().plusSeconds(11));

        for (String name : new String[] {"one", "two"}) {
            instances.start(notification -> {
                working.add(name);
                AtomicInteger count = inside.computeIfAbsent(notification.groupKey(), key -> new AtomicInteger());
                if (count.incrementAndGet() > 1) {
                    clashes.add(notification.groupKey());
                }
                Thread.yield();
                count.decrementAndGet();
            });
        }

        await().atMost(PATIENCE).until(() -> log(Entry.Outcome.SENT).size() >= 300);
        assertThat(instances.sent()).hasSize(300).doesNotHaveDuplicates();
        assertThat(clashes).isEmpty();
        assertThat(working).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void otherInstanceTellsOnceMoreWhatADeadOneMayHaveTold() {
        fires("rule");
        clock.set(clock.instant().plusSeconds(11));
        Set<String> ids = ConcurrentHashMap.newKeySet();
        Lease dead = leased();
        FlushGroup dying = instances.flush(notification -> {
            ids.add(notification.id());
            throw new TimeLine.Died();
        });
        assertThatThrownBy(() -> dying.flush(dead)).isInstanceOf(TimeLine.Died.class);

        instances.start(notification -> ids.add(notification.id()));
        await().during(Duration.ofMillis(200))
                .atMost(PATIENCE)
                .until(() -> instances.sent().size() == 1);
        clock.set(clock.instant().plusSeconds(61));

        await().atMost(PATIENCE).until(() -> log(Entry.Outcome.SENT).size() == 1);
        assertThat(instances.sent()).hasSize(2);
        assertThat(ids).as("both under the same id").hasSize(1);
    }

    @Test
    void whatAStoppedInstanceCouldNotFinishIsToldByAnotherAtOnce() throws InterruptedException {
        fires("rule");
        clock.set(clock.instant().plusSeconds(11));
        Set<String> ids = ConcurrentHashMap.newKeySet();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Dispatcher stopping = instances.start(notification -> {
            ids.add(notification.id());
            inside.countDown();
            awaitWhateverHappens(goOn);
        });
        inside.await();

        stopping.stop();
        instances.start(notification -> ids.add(notification.id()));

        await().atMost(PATIENCE).until(() -> log(Entry.Outcome.SENT).size() == 1);
        assertThat(instances.sent()).hasSize(2);
        assertThat(ids).as("both under the same id").hasSize(1);
        goOn.countDown();
    }

    @Test
    void slowInstanceDoesNotUndoWhatANewerOneHasWritten() throws InterruptedException {
        Alert alert = fires("rule");
        clock.set(clock.instant().plusSeconds(11));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Lease old = leased();
        FlushGroup slow = instances.flush(notification -> {
            inside.countDown();
            await().atMost(PATIENCE).until(() -> goOn.getCount() == 0);
        });
        List<Throwable> ends = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(() -> {
            try {
                slow.flush(old);
            } catch (Lease.Lost e) {
                ends.add(e);
            }
        });
        thread.start();
        inside.await();
        clock.set(clock.instant().plusSeconds(61));
        instances.flush(notification -> {}).flush(leased());
        groups.note(clock.instant(), List.of(Firing.ends(alert, clock.instant())), List.of());
        clock.set(clock.instant().plusSeconds(61));
        instances.flush(notification -> {}).flush(leased());

        goOn.countDown();
        thread.join(PATIENCE.toMillis());

        assertThat(ends).hasSize(1);
        assertThat(log(Entry.Outcome.SENT)).extracting(Entry::reason).containsExactly("resolved", "first");
        clock.set(clock.instant().plus(Duration.ofDays(2)));
        assertThat(mine(groups.lease(clock.instant(), clock.instant(), 1000)))
                .as("the group is gone")
                .isEmpty();
    }

    @Test
    void whatIsRolledBackTellsNobody() {
        GroupAlerts listener = new GroupAlerts(groups, new FixedRouting(), new NoEvent<>(), clock);
        Alert alert = Firing.fires(tenant, labels("rule"), clock.instant());

        assertThatThrownBy(() -> transactions.run(() -> {
                    listener.changed(List.of(alert));
                    throw new IllegalArgumentException("the evaluation failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        clock.set(clock.instant().plusSeconds(60));
        assertThat(mine(groups.lease(clock.instant(), clock.instant(), 1000))).isEmpty();
        assertThat(groups.firing(tenant)).isEmpty();
    }

    private Alert fires(String rule) {
        Alert alert = Firing.fires(tenant, labels(rule), clock.instant());
        groups.note(
                clock.instant(),
                List.of(alert),
                Rerouting.placements(tenant, alert.fingerprint(), alert.labels(), Routing.STANDARD, clock.instant()));
        return alert;
    }

    private static Labels labels(String rule) {
        return Labels.of(Map.of(Labels.NAME, rule));
    }

    private static void awaitWhateverHappens(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // A receiver that does not answer does not care.
            }
        }
    }

    private Lease leased() {
        return mine(groups.lease(clock.instant(), clock.instant().plusSeconds(60), 1000))
                .orElseThrow();
    }

    private Optional<Lease> mine(List<Lease> leases) {
        return leases.stream()
                .filter(lease -> lease.group().tenant().equals(tenant))
                .findFirst();
    }

    private List<Entry> log(Entry.Outcome outcome) {
        return log.list(
                tenant,
                new NotificationLog.Selection(Optional.empty(), Optional.empty(), Optional.of(outcome)),
                Optional.empty(),
                1000);
    }
}
