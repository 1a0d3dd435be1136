package io.deskpulse.alerting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.oncall.Contacts;
import io.deskpulse.alerting.oncall.MemoryOnCall;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.kit.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever dies, at whatever moment: what fires is told, its end is told to who knows of it, and no end without a beginning. */
class CrashPropertyTest {
    private static final String TENANT = "acme";
    private static final String[] NAMES = {"a", "b", "c", "d"};
    private static final Duration CRASHING = Duration.ofHours(2);
    private static final Duration CALM = Duration.ofMinutes(30);
    private static final Duration STEP = Duration.ofSeconds(5);

    @Property(tries = 300)
    void everyFiringAndItsEndIsToldWhoeverDies(@ForAll long seed) {
        new Story(new Random(seed)).run();
    }

    /** Alerts come and go for two hours in which instances die, then everybody lives. */
    private static final class Story {
        private final StillClock clock = new StillClock(Instant.parse("2026-03-02T10:00:00Z"));
        private final MemoryGroups store = new MemoryGroups();
        private final Map<String, Alert> standing = new HashMap<>();
        private final RecordingSender sender = new RecordingSender(clock);
        private final Random random;
        private final CrashingGroups groups;
        private final FlushGroup flushGroup;
        private final GroupAlerts listener;

        Story(Random random) {
            this.random = random;
            groups = new CrashingGroups(store, random, 0.1);
            flushGroup = flushGroup(groups, sender, clock);
            listener = new GroupAlerts(store, new FixedRouting(), new NoEvent<>(), clock);
            sender.answer("default", notification -> {
                groups.moment();
                return new Sender.Outcome.Sent();
            });
        }

        void run() {
            Instant calm = clock.instant().plus(CRASHING);
            Instant end = calm.plus(CALM);
            for (; clock.instant().isBefore(end); clock.set(clock.instant().plus(STEP))) {
                if (clock.instant().isBefore(calm)) {
                    change();
                } else {
                    groups.calm();
                }
                turn();
            }
            compare();
        }

        private void change() {
            if (random.nextInt(12) > 0) {
                return;
            }
            String name = NAMES[random.nextInt(NAMES.length)];
            Alert before = standing.remove(name);
            Alert after = before == null
                    ? Firing.fires(TENANT, Firing.labels(name), clock.instant())
                    : Firing.ends(before, clock.instant());
            if (before == null) {
                standing.put(name, after);
            }
            listener.changed(List.of(after));
        }

        private void turn() {
            for (Lease lease : store.lease(clock.instant(), clock.instant().plusSeconds(60), 10)) {
                try {
                    flushGroup.flush(lease);
                } catch (TimeLine.Died killed) {
                    // Whoever comes next finds what it has left.
                }
            }
        }

        private void compare() {
            Map<String, Boolean> last = new HashMap<>();
            int duplicates = 0;
            for (RecordingSender.Received received : sender.received()) {
                boolean news = false;
                for (Alert alert : received.notification().alerts()) {
                    String name = alert.labels().get("name");
                    boolean fires = alert.state().active();
                    assertThat(fires || last.containsKey(name))
                            .as("no end without a beginning")
                            .isTrue();
                    news |= !Boolean.valueOf(fires).equals(last.put(name, fires));
                }
                duplicates += news ? 0 : 1;
            }
            assertThat(duplicates).as("duplicates").isLessThanOrEqualTo(groups.crashes());
            for (String name : NAMES) {
                assertThat(last.getOrDefault(name, false)).as(name).isEqualTo(standing.containsKey(name));
            }
        }
    }

    private static FlushGroup flushGroup(Groups groups, RecordingSender sender, StillClock clock) {
        MemoryOnCall onCall = new MemoryOnCall();
        NotificationMeters meters = new NotificationMeters(new SimpleMeterRegistry(), clock);
        return new FlushGroup(
                groups,
                new Situations(groups, new FixedRouting(), (tenant, moment) -> List.of()),
                new Recipients(new Contacts(onCall, onCall), sender),
                new Delivery(
                        groups, sender, new TracedTelling(Tracing.OFF, null), meters, TestSettings.standard(), clock),
                new Rerouting(groups),
                clock);
    }
}
