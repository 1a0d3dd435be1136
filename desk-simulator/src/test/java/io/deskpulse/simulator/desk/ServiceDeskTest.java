package io.deskpulse.simulator.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.EventReader;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.simulator.event.SimulatedEvent;
import io.deskpulse.simulator.event.StructuredEvents;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceDeskTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final DeskSettings DESK = DeskSettings.of(1, 10);

    @Test
    void same_seed_and_time_tell_the_same() {
        assertThat(lines(DESK, NOON, hours(2))).isEqualTo(lines(DESK, NOON, hours(2)));
    }

    @Test
    void another_seed_tells_something_else_with_other_ids() {
        Set<String> ids = ids(DESK);
        assertThat(ids(DeskSettings.of(2, 10))).isNotEmpty().matches(others -> Collections.disjoint(others, ids));
    }

    @Test
    void windows_fit_together_without_a_seam() {
        List<String> whole = lines(DESK, NOON, hours(2));
        List<String> halves = new ArrayList<>(lines(DESK, NOON, hours(1)));
        halves.addAll(lines(DESK, NOON.plus(hours(1)), hours(1)));

        assertThat(halves).isEqualTo(whole);
    }

    @Test
    void events_come_in_order_of_delivery_inside_the_window() {
        long last = NOON.toEpochMilli();
        for (SimulatedEvent event : events(DESK, NOON, hours(3))) {
            assertThat(event.deliveredMillis())
                    .isBetween(last, NOON.plus(hours(3)).toEpochMilli() - 1);
            assertThat(event.timeMillis()).isLessThanOrEqualTo(event.deliveredMillis());
            last = event.deliveredMillis();
        }
    }

    @Test
    void every_event_is_valid() {
        EventReader reader = EventReader.forClients(EnumSet.allOf(EventType.class));
        long now = NOON.plus(hours(4)).toEpochMilli();
        Set<EventType> seen = EnumSet.noneOf(EventType.class);
        for (SimulatedEvent event : events(DESK, NOON, hours(4))) {
            byte[] json = StructuredEvents.line(event).getBytes(UTF_8);
            Reading reading = reader.readStructured(json, 0, json.length, "demo", now);
            assertThat(reading).as(() -> StructuredEvents.line(event)).isInstanceOf(Reading.Read.class);
            seen.add(event.type());
        }
        assertThat(seen)
                .contains(
                        EventType.CONVERSATION_STARTED,
                        EventType.CONVERSATION_MESSAGE,
                        EventType.CONVERSATION_ESCALATED,
                        EventType.CONVERSATION_RESOLVED,
                        EventType.CONVERSATION_REOPENED,
                        EventType.CONVERSATION_ENDED,
                        EventType.VISIT_STARTED,
                        EventType.VISIT_ACTION,
                        EventType.VISIT_ENDED,
                        EventType.COST_RECORDED);
    }

    @Test
    void incidents_open_and_close_now_and_then() {
        List<SimulatedEvent> incidents = stream(DeskSettings.of(1, 0.05), NOON, Duration.ofDays(10))
                .filter(event -> event.subject().startsWith("inc"))
                .filter(event -> event.timeMillis() == event.deliveredMillis())
                .toList();

        assertThat(incidents)
                .filteredOn(e -> e.type() == EventType.INCIDENT_OPENED)
                .hasSizeBetween(2, 20);
        assertThat(incidents)
                .filteredOn(e -> e.type() == EventType.INCIDENT_CLOSED)
                .hasSizeBetween(2, 20);
    }

    @Test
    void some_are_delivered_twice_and_some_late() {
        List<SimulatedEvent> events = events(DESK, NOON, hours(6));
        Set<String> ids = new HashSet<>();
        long twice = events.stream().filter(e -> !ids.add(e.source() + e.id())).count();
        long late = events.stream()
                .filter(e -> e.deliveredMillis() - e.timeMillis() > 10_000)
                .count();

        assertThat(twice / (double) events.size()).isBetween(0.005, 0.02);
        assertThat(late / (double) events.size()).isBetween(0.003, 0.02);
    }

    @Test
    void evenings_are_busy_and_nights_are_not() {
        long evening = started(Instant.parse("2026-11-20T12:00:00Z")); // 20:00 in Shanghai
        long night = started(Instant.parse("2026-11-19T20:00:00Z")); // 04:00

        assertThat(evening).isGreaterThan(5 * night);
        assertThat(night).isPositive();
    }

    @Test
    void events_flow_faster_than_any_service_takes_them() {
        ServiceDesk desk = ServiceDesk.events(DeskSettings.of(3, 5_000).startingEmpty(), NOON);
        StructuredEvents lines = new StructuredEvents();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 300_000; i++) {
            lines.add(desk.next());
            if (lines.bytes() > 100_000) {
                lines.take();
            }
        }
        // Processor time, since tests share the machine; a third of what it does when warm.
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    private static long started(Instant from) {
        return stream(DESK, from, hours(1))
                .filter(event -> event.type() == EventType.CONVERSATION_STARTED)
                .count();
    }

    private static Set<String> ids(DeskSettings settings) {
        Set<String> ids = new HashSet<>();
        events(settings, NOON, hours(1)).forEach(event -> ids.add(event.id()));
        return ids;
    }

    private static List<String> lines(DeskSettings settings, Instant from, Duration length) {
        return stream(settings, from, length)
                .map(event -> event.deliveredMillis() + " " + StructuredEvents.line(event))
                .toList();
    }

    private static Stream<SimulatedEvent> stream(DeskSettings settings, Instant from, Duration length) {
        return events(settings, from, length).stream();
    }

    private static List<SimulatedEvent> events(DeskSettings settings, Instant from, Duration length) {
        List<SimulatedEvent> events = new ArrayList<>();
        Iterator<SimulatedEvent> desk = ServiceDesk.events(settings, from, from.plus(length));
        desk.forEachRemaining(events::add);
        return events;
    }

    private static Duration hours(int number) {
        return Duration.ofHours(number);
    }
}
