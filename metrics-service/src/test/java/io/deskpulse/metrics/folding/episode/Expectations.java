package io.deskpulse.metrics.folding.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.folding.FiledFacts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a story expects to be filed by then. */
abstract class Expectations {
    private final FiledFacts facts = new FiledFacts();

    /** Itself, to go on with. */
    abstract Story story();

    FiledFacts facts() {
        return facts;
    }

    Story expect(Measure measure, long total) {
        assertThat(facts.total(measure)).as(measure.id()).isEqualTo(total);
        return story();
    }

    /** Exactly these outcomes of closed episodes. */
    Story expectOutcomes(Measure... outcomes) {
        expect(Measure.CONVERSATIONS_CLOSED, outcomes.length);
        for (Measure outcome :
                List.of(Measure.RESOLVED_BY_BOT, Measure.RESOLVED_BY_HUMAN, Measure.ABANDONED, Measure.UNRESOLVED)) {
            expect(outcome, Stream.of(outcomes).filter(outcome::equals).count());
        }
        return story();
    }

    /** All that was filed of a measure was filed at this time. */
    Story expectAt(Measure measure, String time) {
        assertThat(facts.total(measure)).as(measure.id()).isPositive();
        assertThat(facts.total(fact -> fact.measure() == measure && fact.timeMillis() != Story.time(time)))
                .as(measure.id() + " elsewhere than at " + time)
                .isZero();
        return story();
    }

    /** All that was filed of a measure was filed under this value. */
    Story expectUnder(Measure measure, Dimension dimension, String value) {
        assertThat(facts.total(measure)).as(measure.id()).isPositive();
        assertThat(facts.total(fact -> fact.measure() == measure
                        && !fact.dimensions().get(dimension).equals(value)))
                .as(measure.id() + " not under " + dimension.id() + " " + value)
                .isZero();
        return story();
    }

    /** Exactly these quantities, smallest first. */
    Story expectValues(Measure measure, Long... values) {
        assertThat(facts.values(measure)).as(measure.id()).containsExactly(values);
        return story();
    }

    /** Exactly these durations, smallest first. */
    Story expectSeconds(Measure measure, long... seconds) {
        return expectValues(
                measure, Arrays.stream(seconds).map(s -> s * 1000).boxed().toArray(Long[]::new));
    }
}
