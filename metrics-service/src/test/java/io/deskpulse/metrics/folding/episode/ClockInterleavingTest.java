package io.deskpulse.metrics.folding.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.journey.Journey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whenever clocks are looked at, and whatever they show, the numbers come to the same. */
class ClockInterleavingTest {
    /** One line of a story, and a clock that may be looked at before it. */
    record Line(int minute, int kind, int clockKind, int clockAhead) {
        void tell(Story story) {
            story.at(clock(minute));
            KINDS.get(kind).accept(story);
        }

        void look(Story story) {
            String shown = clock(minute + clockAhead);
            switch (clockKind) {
                case 0 -> story.clockAt(shown);
                case 1 -> story.wallAt(shown);
                default -> {
                    // not looked at
                }
            }
        }
    }

    private static final List<Consumer<Story>> KINDS = List.of(
            Story::started,
            story -> story.startedIn("email"),
            story -> story.customer("a"),
            story -> story.customer("b"),
            story -> story.customerFeeling(-0.5),
            story -> story.customerAbout("taxi"),
            Story::bot,
            Story::botWithoutAnswer,
            story -> story.botAbout("hotel"),
            Story::human,
            Story::note,
            Story::escalated,
            story -> story.escalated(EscalationReason.LIMIT),
            story -> story.resolvedBy(Party.BOT),
            story -> story.confirmedBy(Party.HUMAN),
            Story::reopened,
            story -> story.ended(EndReason.COMPLETED),
            story -> story.cost("1.5", null),
            story -> story.again().bot());

    private static String clock(int minute) {
        return "d" + (1 + Math.floorDiv(minute, 1440)) + " " + Math.floorMod(minute, 1440) / 60 + ":"
                + Math.floorMod(minute, 60);
    }

    @Property(tries = 2000)
    void clocksChangeNoNumber(@ForAll("conversations") List<Line> lines) {
        Story undisturbed = Story.conversation();
        Story disturbed = Story.conversation();
        for (Line line : lines) {
            line.tell(undisturbed);
            line.look(disturbed);
            line.tell(disturbed);
        }
        undisturbed.declaredAt("d40 00:00");
        disturbed.clockAt("d20 00:00").declaredAt("d40 00:00");

        assertThat(disturbed.facts().standing()).isEqualTo(undisturbed.facts().standing());
        assertThat(standing(disturbed)).isEqualTo(standing(undisturbed));
    }

    @Property(tries = 500)
    void outcomesSumToClosedAndWhatOpenedLeaves(@ForAll("conversations") List<Line> lines) {
        Story story = Story.conversation();
        for (Line line : lines) {
            line.look(story);
            line.tell(story);
        }
        story.declaredAt("d40 00:00");

        long closed = total(story, "conversations_closed");
        assertThat(total(story, "resolved_by_bot")
                        + total(story, "resolved_by_human")
                        + total(story, "abandoned")
                        + total(story, "unresolved"))
                .isEqualTo(closed);
        assertThat(total(story, "left")).isEqualTo(total(story, "opened")).isEqualTo(closed);
        assertThat(total(story, "reopened")).isLessThanOrEqualTo(closed);
        assertThat(story.facts().standing().values()).allMatch(weight -> weight > 0);
    }

    @Provide
    Arbitrary<List<Line>> conversations() {
        Arbitrary<Integer> step = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 12)),
                Tuple.of(2, Arbitraries.integers().between(-20, -1)),
                Tuple.of(2, Arbitraries.integers().between(25, 40)));
        Arbitrary<Integer> clockKind = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> ahead = Arbitraries.integers().between(-60, 120);
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, KINDS.size() - 1);
        return Combinators.combine(step, kind, clockKind, ahead)
                .as(Line::new)
                .list()
                .ofMaxSize(30)
                .map(ClockInterleavingTest::cumulated);
    }

    private static List<Line> cumulated(List<Line> steps) {
        int[] minute = {600};
        return steps.stream()
                .map(step -> new Line(minute[0] += step.minute(), step.kind(), step.clockKind(), step.clockAhead()))
                .toList();
    }

    private static long total(Story story, String measure) {
        return story.facts().total(fact -> fact.measure().id().equals(measure));
    }

    private static Map<String, Journey> standing(Story story) {
        Map<String, Journey> last = new HashMap<>();
        story.journeys().forEach(journey -> last.put(journey.id(), journey));
        return last;
    }
}
