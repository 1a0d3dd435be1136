package io.deskpulse.metrics.folding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.VisitAction;
import io.deskpulse.contracts.event.VisitActionKind;
import io.deskpulse.contracts.event.VisitEnded;
import io.deskpulse.contracts.event.VisitStarted;
import io.deskpulse.metrics.folding.FiledFacts;
import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import org.junit.jupiter.api.Test;

class VisitorTest {
    private static final long TIME = 1_800_000_000_000L;

    private final FiledFacts facts = new FiledFacts();
    private Visitor visitor = new Visitor();
    private int events;

    private boolean tell(String id, EventType type, EventData data) {
        Event event = new Event("demo", "/site", id, type, "visitor-7", TIME, data);
        boolean isNew = visitor.apply(event, new Arrival(TIME, TIME), facts, journey -> {});
        visitor = Visitor.decode(visitor.encode());
        return isNew;
    }

    private void started(String channel) {
        tell("e" + events++, EventType.VISIT_STARTED, new VisitStarted(channel, "spring", "gold", "eu", "/home"));
    }

    private void did(VisitActionKind action) {
        tell("e" + events++, EventType.VISIT_ACTION, new VisitAction(action, null));
    }

    private void ended(Integer pages, Double seconds) {
        tell("e" + events++, EventType.VISIT_ENDED, new VisitEnded(pages, seconds));
    }

    @Test
    void aVisitCountsItsVisitorUnderItsAttributes() {
        started("web");
        started("web");

        Dimensions dimensions = Dimensions.of("web", null, null, null, "spring", "gold", "eu", null, null);
        assertThat(facts.members())
                .containsExactly(new FiledFacts.Fact(TIME, dimensions, Measure.VISITORS, 0, "visitor-7"));
    }

    @Test
    void theWidgetIsCountedAsShownAndOpened() {
        started("web");
        did(VisitActionKind.WIDGET_SHOWN);
        did(VisitActionKind.WIDGET_OPENED);
        did(VisitActionKind.LINK_CLICKED);

        assertThat(facts.total(Measure.WIDGETS_SHOWN)).isEqualTo(1);
        assertThat(facts.total(Measure.WIDGETS_OPENED)).isEqualTo(1);
        assertThat(facts.standing()).hasSize(2);
    }

    @Test
    void oneSeenPageWithoutOpeningTheWidgetOrALinkIsABounce() {
        started("web");
        did(VisitActionKind.WIDGET_SHOWN);
        ended(1, null);

        assertThat(facts.total(Measure.BOUNCES)).isEqualTo(1);
        assertThat(facts.total(Measure.VISITS_ENDED)).isEqualTo(1);
        assertThat(facts.total(Measure.VISIT_DURATION)).isZero();
    }

    @Test
    void morePagesAnOpenedWidgetOrALinkAreNoBounce() {
        started("web");
        ended(2, null);
        ended(null, null);
        started("web");
        did(VisitActionKind.WIDGET_OPENED);
        ended(1, null);
        started("web");
        did(VisitActionKind.LINK_CLICKED);
        ended(1, null);

        assertThat(facts.total(Measure.BOUNCES)).isZero();
        assertThat(facts.total(Measure.VISITS_ENDED)).isEqualTo(4);
    }

    @Test
    void eachVisitStandsForItself() {
        started("web");
        did(VisitActionKind.LINK_CLICKED);
        started("app");
        ended(1, 2.5);

        assertThat(facts.total(Measure.BOUNCES)).isEqualTo(1);
        assertThat(facts.values(Measure.VISIT_DURATION)).containsExactly(2500L);
        assertThat(facts.total(fact -> fact.dimensions().get(Dimension.CHANNEL).equals("app")))
                .isEqualTo(3);
    }

    @Test
    void whatComesBeforeAVisitIsCountedUnderUnknown() {
        did(VisitActionKind.WIDGET_SHOWN);

        assertThat(facts.total(fact -> fact.dimensions().equals(Dimensions.UNKNOWN)))
                .isEqualTo(1);
    }

    @Test
    void aDuplicateChangesNothing() {
        VisitEnded data = new VisitEnded(1, 1.0);

        assertThat(tell("same", EventType.VISIT_ENDED, data)).isTrue();
        assertThat(tell("same", EventType.VISIT_ENDED, data)).isFalse();
        assertThat(facts.total(Measure.VISITS_ENDED)).isEqualTo(1);
    }

    @Test
    void timeChangesNothing() {
        assertThat(visitor.deadlines()).isEqualTo(Deadlines.NONE);
    }
}
