package io.deskpulse.alerting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.window.MeasurementReader;
import io.deskpulse.alerting.window.MeasurementReader.Outcome;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import io.deskpulse.contracts.measurement.Measurement.Granularity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A story in time: what happens at which moment, and what is expected between which. Time goes on by a second at once and everything is counted at once, so the
 * watermark is the time. Whatever is told to people must be expected.
 *
 * <pre>
 * TimeLine.of(rule).at(minutes(1)).push(counts("conversations_closed", 10, "resolved_by_bot", 4))
 *     .expect(FIRING).between(minutes(2), minutes(3))
 *     .until(minutes(10));
 * </pre>
 */
public final class TimeLine {
    /** A Monday, on the hour. */
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Duration TICK = Duration.ofSeconds(1);

    private final NavigableMap<Duration, List<Runnable>> actions = new TreeMap<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Transition> stored = new LinkedHashMap<>();
    private final List<byte[]> log = new ArrayList<>();
    private final Cells cells;
    private List<Rule> rules;
    private Evaluator evaluator;
    private MeasurementReader reader;
    private Duration now = Duration.ZERO;
    private Duration downUntil = Duration.ZERO;

    private TimeLine(List<Rule> rules) {
        this.rules = rules;
        this.cells = new Cells(rules.get(0).tenant());
        begin();
    }

    public static TimeLine of(RuleUnderTest... rules) {
        return new TimeLine(
                java.util.Arrays.stream(rules).map(RuleUnderTest::make).toList());
    }

    public static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    public static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    /** What happens at a moment. */
    public Moment at(Duration moment) {
        return new Moment(moment);
    }

    /** The same at the begin of each minute of a time, end exclusive. */
    public TimeLine eachMinute(
            Duration from, Duration to, Map<String, String> dimensions, Map<String, Amounts> counts) {
        for (Duration at = from; at.compareTo(to) < 0; at = at.plusMinutes(1)) {
            at(at).push(dimensions, counts);
        }
        return this;
    }

    public TimeLine eachMinute(Duration from, Duration to, Map<String, Amounts> counts) {
        return eachMinute(from, to, Map.of(), counts);
    }

    public final class Moment {
        private final Duration moment;

        private Moment(Duration moment) {
            this.moment = moment;
        }

        /** Something is counted. */
        public TimeLine push(Map<String, Amounts> counts) {
            return push(Map.of(), counts);
        }

        public TimeLine push(Map<String, String> dimensions, Map<String, Amounts> counts) {
            return run(() -> {
                long at = START.plus(now).toEpochMilli();
                take(cells.add(0, Granularity.MINUTE, at, dimensions, counts));
                take(cells.add(0, Granularity.HOUR, at, dimensions, counts));
            });
        }

        /** The process is killed, and there is another one after so long; it knows what was stored and what is in the topic. */
        public TimeLine restart(Duration down) {
            return run(() -> {
                evaluator = null;
                downUntil = now.plus(down);
            });
        }

        /** Other rules come into force. */
        public TimeLine change(RuleUnderTest... others) {
            return run(() -> {
                rules = java.util.Arrays.stream(others).map(RuleUnderTest::make).toList();
                keep(evaluator.change(rules));
            });
        }

        private TimeLine run(Runnable action) {
            actions.computeIfAbsent(moment, at -> new ArrayList<>()).add(action);
            return TimeLine.this;
        }
    }

    /** Somebody is told, of any group and for any reason. */
    public Expectation expect(State to) {
        return new Expectation(to, null, null);
    }

    public Expectation expect(State to, Reason reason) {
        return new Expectation(to, reason, null);
    }

    public Expectation expect(State to, String group) {
        return new Expectation(to, null, group);
    }

    public Expectation expect(State to, Reason reason, String group) {
        return new Expectation(to, reason, group);
    }

    public final class Expectation {
        private final State to;
        private final Reason reason;
        private final String group;

        private Expectation(State to, Reason reason, String group) {
            this.to = to;
            this.reason = reason;
            this.group = group;
        }

        /** Both inclusive. */
        public TimeLine between(Duration from, Duration until) {
            expected.add(new Expected(to, reason, group, from, until));
            return TimeLine.this;
        }
    }

    /** Lets time pass, and looks whether all came as it was expected, and nothing else. */
    public TimeLine until(Duration end) {
        for (; now.compareTo(end) <= 0; now = now.plus(TICK)) {
            if (evaluator == null && now.compareTo(downUntil) >= 0) {
                begin();
            }
            actions.getOrDefault(now, List.of()).forEach(Runnable::run);
            if (evaluator != null) {
                keep(evaluator.hurry(START.plus(now)));
                keep(evaluator.advance(START.plus(now)));
            }
        }
        List<Told> rest = new ArrayList<>(told);
        for (Expected each : expected) {
            Told found = rest.stream()
                    .filter(each::is)
                    .findFirst()
                    .orElseGet(() -> fail("expected %s, but there was%n%s", each, lines(told)));
            rest.remove(found);
        }
        assertThat(rest).as("not expected; all:%n%s", lines(told)).isEmpty();
        return this;
    }

    /** The transitions so far, in their order. */
    public List<Transition> told() {
        return told.stream().map(Told::transition).toList();
    }

    public Census census() {
        return evaluator.census();
    }

    private static String lines(List<Told> told) {
        return told.stream().map(Told::toString).reduce("", (one, other) -> one + other + "\n");
    }

    private void begin() {
        evaluator = new Evaluator(rules, CATALOGUE, new PlainWording(), () -> START.plus(now));
        evaluator.windows().beginHours(START.toEpochMilli(), List.of());
        reader = new MeasurementReader(tenant -> tenant.equals(rules.get(0).tenant()) ? evaluator.windows() : null);
        log.forEach(reader::read);
        keep(evaluator.restore(stored.values().stream().map(TimeLine::alert).toList()));
    }

    private void take(byte[] cell) {
        log.add(cell);
        if (evaluator != null) {
            assertThat(reader.read(cell)).isNotEqualTo(Outcome.UNREADABLE);
        }
    }

    private void keep(Decided decided) {
        for (Transition transition : decided.transitions()) {
            if (transition.to() == State.NORMAL) {
                stored.remove(transition.fingerprint());
            } else {
                stored.put(transition.fingerprint(), transition);
            }
            if (transition.from() != transition.to()) {
                told.add(new Told(now, transition));
            }
        }
    }

    private static Alert alert(Transition last) {
        return new Alert(last.fingerprint(), 1, last, last.at(), null, null, null, Map.of());
    }
}
