package io.deskpulse.alerting.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.oncall.Contacts;
import io.deskpulse.alerting.oncall.Documents;
import io.deskpulse.alerting.oncall.Known;
import io.deskpulse.alerting.oncall.MemoryOnCall;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.route.document.RoutingReader;
import io.deskpulse.alerting.silence.Silence;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A story of notifications: what happens at which time, and what is expected between which times. {@link #run} lets time pass and fails
 * where something expected did not come, or something came that was not expected. Nothing waits for real.
 */
final class TimeLine {
    static final String TENANT = "acme";
    private static final int MOST_TURNS = 20_000;

    private final Instant start;
    private final StillClock clock;
    private final MemoryGroups groups = new MemoryGroups();
    private final MemoryOnCall onCall = new MemoryOnCall();
    private final RecordingSender sender;
    private final List<Silence> silences = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private final Map<String, Alert> alerts = new HashMap<>();
    private final GroupAlerts groupAlerts;
    private final FlushGroup flushGroup;
    private final NotificationSettings settings = TestSettings.standard();
    private final FixedRouting routing = new FixedRouting();

    private record Event(Instant at, Runnable what) {}

    private TimeLine(Instant start) {
        this.start = start;
        clock = new StillClock(start);
        sender = new RecordingSender(clock);
        NotificationMeters meters = new NotificationMeters(new SimpleMeterRegistry(), clock);
        Situations situations = new Situations(groups, routing, (tenant, moment) -> silences.stream()
                .filter(silence -> silence.at(moment) == Silence.State.ACTIVE)
                .toList());
        groupAlerts = new GroupAlerts(groups, routing, new NoEvent<>(), clock);
        flushGroup = new FlushGroup(
                groups,
                situations,
                new Recipients(new Contacts(onCall, onCall), sender),
                new Delivery(groups, sender, new TracedTelling(Tracing.OFF, null), meters, settings, clock),
                new Rerouting(groups),
                clock);
    }

    static TimeLine from(String start) {
        return new TimeLine(Instant.parse(start));
    }

    /** A line without a date that matters. */
    static TimeLine start() {
        return from("2026-03-02T10:00:00Z");
    }

    static Duration seconds(long number) {
        return Duration.ofSeconds(number);
    }

    static Duration minutes(long number) {
        return Duration.ofMinutes(number);
    }

    static Duration hours(long number) {
        return Duration.ofHours(number);
    }

    /** The routing from the beginning; single quotes stand for double ones. */
    TimeLine routed(String document) {
        routing.set(read(document, 1));
        return this;
    }

    /** An escalation policy from the beginning. */
    TimeLine policy(String id, String document) {
        onCall.save(TENANT, Documents.Kind.POLICY, id, 0, document.replace('\'', '"'));
        return this;
    }

    /** A schedule from the beginning. */
    TimeLine schedule(String id, String document) {
        onCall.save(TENANT, Documents.Kind.SCHEDULE, id, 0, document.replace('\'', '"'));
        return this;
    }

    At at(Duration time) {
        return new At(this, start.plus(time));
    }

    /** At a moment of its own. */
    At at(String moment) {
        return new At(this, Instant.parse(moment));
    }

    /** What receivers answer, unless they take what they are sent. */
    TimeLine answers(String receiver, Function<Notification, Sender.Outcome> answer) {
        sender.answer(receiver, answer);
        return this;
    }

    /** A receiver that wants to hear of acknowledgements. */
    TimeLine hearsAcknowledgements(String receiver) {
        sender.hearing(receiver);
        return this;
    }

    Expected expect(What what) {
        Expected one = new Expected(this, what);
        expected.add(one);
        return one;
    }

    static What firing(String... names) {
        return new What(new TreeSet<>(List.of(names)), new TreeSet<>());
    }

    static What resolved(String... names) {
        return new What(new TreeSet<>(), new TreeSet<>(List.of(names)));
    }

    /** Stands for a process that is there no more. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Lets so much time pass. */
    void run(Duration length) {
        run(start.plus(length));
    }

    void run(Instant end) {
        events.sort(Comparator.comparing(Event::at));
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Optional<Instant> event = events.stream().map(Event::at).findFirst();
            Optional<Instant> next = Stream.concat(event.stream(), groups.nextDue().stream())
                    .min(Comparator.naturalOrder())
                    .filter(time -> !time.isAfter(end));
            if (next.isEmpty()) {
                Expected.compare(expected, sender.received(), groups.log()::toString);
                return;
            }
            clock.set(next.get().isBefore(clock.instant()) ? clock.instant() : next.get());
            if (event.isPresent() && !event.get().isAfter(clock.instant())) {
                events.remove(0).what().run();
            } else {
                groups.lease(clock.instant(), clock.instant().plus(settings.lease()), 1)
                        .forEach(this::flush);
            }
        }
        throw new AssertionError("groups are looked at again and again: " + Expected.told(sender.received()));
    }

    private void flush(Lease lease) {
        try {
            flushGroup.flush(lease);
        } catch (Died killed) {
            // Whoever comes next finds what it has left.
        }
    }

    /** The reasons in the log, in their order, with whom they concern. */
    List<String> reasons() {
        return groups.log().stream()
                .map(entry -> entry.outcome().wire() + " " + entry.reason())
                .toList();
    }

    /** Whether nothing is left to be remembered. */
    boolean empty() {
        return groups.nextDue().isEmpty();
    }

    Instant beginning() {
        return start;
    }

    Alert alert(String name) {
        return alerts.get(name);
    }

    void silence(Silence silence) {
        silences.add(silence);
    }

    void wake(Instant moment) {
        groups.wake(TENANT, moment);
    }

    void route(String document) {
        routing.set(read(document, routing.of(TENANT).version() + 1));
    }

    void happens(Instant moment, Runnable what) {
        events.add(new Event(moment, what));
    }

    void tell(Alert alert, String name) {
        alerts.put(name, alert);
        groupAlerts.changed(List.of(alert));
    }

    private static Routing read(String document, long version) {
        return RoutingReader.read(Members.of(document.replace('\'', '"').getBytes(UTF_8)), version, Known.ANYTHING);
    }

    /** The labels of an alert of this name. */
    static Labels labels(String name, String... more) {
        return Firing.labels(name, more);
    }
}
