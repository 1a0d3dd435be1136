package io.deskpulse.metrics.folding.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.IncidentClosed;
import io.deskpulse.contracts.event.IncidentKind;
import io.deskpulse.contracts.event.IncidentOpened;
import io.deskpulse.metrics.folding.FiledFacts;
import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.state.CorruptStateException;
import org.junit.jupiter.api.Test;

class IncidentLogTest {
    private static final long MINUTE = 60_000;
    private static final long BASE = 30_000_000 * MINUTE;
    private static final long END = BASE + 1000 * MINUTE;

    private final FiledFacts facts = new FiledFacts();
    private IncidentLog log = new IncidentLog();
    private int events;

    private static long at(double minute) {
        return BASE + Math.round(minute * MINUTE);
    }

    private IncidentLogTest opened(String incident, double minute) {
        return tell(EventType.INCIDENT_OPENED, incident, minute, new IncidentOpened("bot", IncidentKind.CRASH));
    }

    private IncidentLogTest closed(String incident, double minute) {
        return tell(EventType.INCIDENT_CLOSED, incident, minute, new IncidentClosed("bot", IncidentKind.CRASH));
    }

    private IncidentLogTest tell(EventType type, String incident, double minute, EventData data) {
        Event event = new Event("demo", "/ops", "e" + events++, type, incident, at(minute), data);
        assertThat(log.apply(event, new Arrival(0, 0), facts, journey -> {})).isTrue();
        assertThat(log.apply(event, new Arrival(0, 0), facts, journey -> {})).isFalse();
        log = IncidentLog.decode(log.encode());
        return this;
    }

    private long openMinutes(double from, double to) {
        return log.openMinutes(at(from), at(to), END);
    }

    @Test
    void anIncidentIsFiledAtItsOpeningAndItsDurationAtItsClosing() {
        opened("a", 1).closed("a", 3.5);

        assertThat(facts.standing())
                .containsOnlyKeys(
                        new FiledFacts.Fact(at(1), Dimensions.UNKNOWN, Measure.INCIDENTS, 0, ""),
                        new FiledFacts.Fact(at(3.5), Dimensions.UNKNOWN, Measure.INCIDENT_DURATION, 150_000, ""));
    }

    @Test
    void aClosingThatArrivesFirstWaitsForItsOpening() {
        closed("a", 3);
        assertThat(facts.standing()).isEmpty();
        assertThat(openMinutes(0, 10)).isZero();

        opened("a", 1);

        assertThat(facts.values(Measure.INCIDENT_DURATION)).containsExactly(2 * MINUTE);
        assertThat(openMinutes(0, 10)).isEqualTo(2);
    }

    @Test
    void repeatedOpeningsAndClosingsSayNothingNew() {
        opened("a", 1).opened("a", 2).closed("a", 3).closed("a", 4).opened("a", 2.5);

        assertThat(facts.total(Measure.INCIDENTS)).isEqualTo(1);
        assertThat(facts.values(Measure.INCIDENT_DURATION)).containsExactly(2 * MINUTE);
        assertThat(openMinutes(0, 10)).isEqualTo(2);
    }

    @Test
    void anIdOpenedAgainAfterItsCloseIsAnotherIncident() {
        opened("a", 1).closed("a", 2).opened("a", 5).closed("a", 7);

        assertThat(facts.total(Measure.INCIDENTS)).isEqualTo(2);
        assertThat(openMinutes(0, 10)).isEqualTo(3);
    }

    @Test
    void aClosingTimedBeforeItsOpeningLastsNoTime() {
        opened("a", 3).closed("a", 2);

        assertThat(facts.values(Measure.INCIDENT_DURATION)).containsExactly(0L);
    }

    @Test
    void minutesThatAreTouchedCountWhole() {
        opened("a", 1.9).closed("a", 3.1);

        assertThat(openMinutes(0, 10)).isEqualTo(3);
        assertThat(openMinutes(2, 3)).isEqualTo(1);
        assertThat(openMinutes(3, 10)).isEqualTo(1);
        assertThat(openMinutes(3.5, 10)).isZero();
    }

    @Test
    void aCloseOnTheMinuteDoesNotTouchTheNext() {
        opened("a", 1).closed("a", 2);

        assertThat(openMinutes(0, 10)).isEqualTo(1);
        assertThat(openMinutes(2, 10)).isZero();
    }

    @Test
    void aMinuteCountsOnceHoweverManyIncidentsAreOpen() {
        opened("a", 1)
                .opened("b", 2)
                .opened("c", 2.5)
                .closed("c", 2.7)
                .closed("a", 4)
                .closed("b", 6);
        opened("d", 8).closed("d", 8);

        assertThat(openMinutes(0, 10)).isEqualTo(6);
    }

    @Test
    void anIncidentStillOpenCountsUntilNow() {
        opened("a", 1);

        assertThat(log.openMinutes(at(0), at(10), at(4))).isEqualTo(3);
        assertThat(log.openMinutes(at(0), at(10), at(40))).isEqualTo(9);
        assertThat(log.openMinutes(at(0), at(10), at(0.5))).isZero();
    }

    @Test
    void corruptBytesAreRefusedPlainly() {
        assertThatThrownBy(() -> IncidentLog.decode(new byte[] {1, 5}))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("do not fit");
    }
}
