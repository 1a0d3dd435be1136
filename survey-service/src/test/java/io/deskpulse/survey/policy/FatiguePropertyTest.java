package io.deskpulse.survey.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A hundred thousand people in all. */
class FatiguePropertyTest {
    private static final int PEOPLE = 5_000;

    @Property(tries = 20, seed = "7305470162")
    void nobodyIsAskedTwiceWithinTheWindowByWhateverMeans(
            @ForAll @IntRange(min = 1, max = 30) int restDays,
            @ForAll @IntRange(min = 1, max = 60) int firstAgain,
            @ForAll @IntRange(min = 1, max = 60) int secondAgain,
            @ForAll long seed) {
        Duration rest = Duration.ofDays(restDays);
        List<Duration> again = List.of(Duration.ofDays(firstAgain), Duration.ofDays(secondAgain), rest);
        People people = new People(rest, again, seed);
        int asked = 0;

        for (int person = 0; person < PEOPLE; person++) {
            List<People.Offer> offers = people.live();
            asked += offers.size();
            assertRested(offers, offer -> true, rest);
            for (int survey = 0; survey < again.size(); survey++) {
                int one = survey;
                assertRested(offers, offer -> offer.survey() == one, again.get(survey));
            }
        }

        // A rule that lets nobody be asked would hold all of this.
        assertThat(asked).isGreaterThan(PEOPLE);
    }

    @Property(tries = 5, seed = "1")
    void withoutRulesEveryoneIsAskedEachTime(@ForAll long seed) {
        People people = new People(Duration.ZERO, List.of(Duration.ofMinutes(1)), seed);

        int asked = IntStream.range(0, 200).map(person -> people.live().size()).sum();

        assertThat(asked).isGreaterThan(200);
    }

    private static void assertRested(List<People.Offer> offers, Predicate<People.Offer> which, Duration rest) {
        List<Instant> met = offers.stream()
                .filter(which)
                .map(People.Offer::met)
                .filter(time -> time != null)
                .sorted(Comparator.naturalOrder())
                .toList();
        for (int i = 1; i < met.size(); i++) {
            assertThat(Duration.between(met.get(i - 1), met.get(i))).isGreaterThanOrEqualTo(rest);
        }
    }
}
