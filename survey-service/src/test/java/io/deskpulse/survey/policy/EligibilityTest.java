package io.deskpulse.survey.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.definition.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityTest {
    private static final Instant NOW = People.BEGIN;
    private static final Past NOTHING = Past.NONE;

    @Test
    void checksComeInAFixedOrder() {
        Verdict verdict =
                Eligibility.of(situation("{\"conditions\": {\"topic\": [\"a\"]}}", Map.of(Dimension.TOPIC, "a")));

        assertThat(verdict.failure()).isEmpty();
        assertThat(verdict.notReached()).isEmpty();
        assertThat(verdict.steps().stream().map(Step::check))
                .containsExactly(
                        "published",
                        "not-ended",
                        "occasion",
                        "in-time",
                        "condition-topic",
                        "sampled",
                        "first-offer",
                        "reachable",
                        "rested-from-survey",
                        "rested-from-all",
                        "quota");
    }

    @Test
    void whatComesAfterTheReasonIsNotReached() {
        Verdict verdict = Eligibility.of(situation("{\"ask\": \"link\"}", Map.of()));

        assertThat(verdict.failure()).map(Step::reason).contains("other-occasion");
        assertThat(verdict.notReached()).startsWith("in-time", "sampled").endsWith("quota");
    }

    @ParameterizedTest
    @CsvSource({
        "request,request,true",
        "request,link,true",
        "request,close,false",
        "link,request,false",
        "link,link,true",
        "close,close,true",
        "close,request,false",
        "close,link,false"
    })
    void surveyIsAskedOnTheOccasionsOfItsPolicy(String policy, String occasion, boolean asked) {
        Situation situation = situation("{\"ask\": \"" + policy + "\"}", Map.of());
        Situation other = new Situation(
                NOW,
                situation.survey(),
                situation.definition(),
                Policy.Ask.BY_WIRE.get(occasion),
                Optional.of(new Situation.Due(NOW, NOW.plusSeconds(60))),
                null,
                Map.of(),
                0,
                NOTHING);

        assertThat(Eligibility.of(other).failure().isEmpty()).isEqualTo(asked);
    }

    @Test
    void closeAsksOnlyAboutARecentEpisode() {
        assertThat(reason(closing(Optional.of(new Situation.Due(NOW.minusSeconds(60), NOW)))))
                .isNull();
        assertThat(reason(closing(Optional.of(new Situation.Due(NOW.minusSeconds(60), NOW.minusMillis(1))))))
                .isEqualTo("too-late");
        assertThat(reason(closing(Optional.empty()))).isEqualTo("no-episode");
    }

    @Test
    void valueThatIsNotKnownMeetsNoCondition() {
        String policy = "{\"conditions\": {\"outcome\": [\"Unresolved\"]}}";

        assertThat(reason(situation(policy, Map.of()))).isEqualTo("condition-outcome");
        assertThat(reason(situation(policy, Map.of(Dimension.OUTCOME, "abandoned"))))
                .isEqualTo("condition-outcome");
        assertThat(reason(situation(policy, Map.of(Dimension.OUTCOME, "unresolved"))))
                .isNull();
    }

    @Test
    void whoWasAskedIsLeftAloneUntilTheWindowEnds() {
        Contact mail = new Contact(People.id(7), true, NOW.minus(Duration.ofDays(3)), NOW, null, null);
        Situation situation = situation("{}", Map.of()).after(past(mail, Duration.ofDays(7)));

        Step failure = Eligibility.of(situation).failure().orElseThrow();

        assertThat(failure.reason()).isEqualTo("fatigue-tenant");
        assertThat(failure.until()).isEqualTo(NOW.plus(Duration.ofDays(4)));
        assertThat(reason(situation("{\"exempt\": true}", Map.of()).after(past(mail, Duration.ofDays(7)))))
                .isNull();
        assertThat(reason(situation("{}", Map.of()).after(past(mail, Duration.ofDays(3)))))
                .isNull();
    }

    @Test
    void windowBeginsWhenTheWidgetWasSeenAndNotWhenItWasOffered() {
        Instant offered = NOW.minus(Duration.ofDays(6));
        Contact seen = new Contact(People.id(7), false, offered, NOW.plusSeconds(1), NOW.minusSeconds(60), null);

        assertThat(Eligibility.of(situation("{}", Map.of()).after(past(seen, Duration.ofDays(7))))
                        .failure()
                        .orElseThrow()
                        .until())
                .isEqualTo(NOW.minusSeconds(60).plus(Duration.ofDays(7)));
    }

    @Test
    void offerThatNobodyHasSeenHoldsBackWhileItIsOpenAndTiresNobodyAfterwards() {
        Instant offered = NOW.minus(Duration.ofDays(1));
        Contact open = new Contact(People.id(7), false, offered, NOW.plusSeconds(60), null, null);
        Contact gone = new Contact(People.id(7), false, offered, NOW, null, null);

        assertThat(Eligibility.of(situation("{}", Map.of()).after(past(open, Duration.ofHours(1))))
                        .failure()
                        .orElseThrow()
                        .until())
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(reason(situation("{}", Map.of()).after(past(gone, Duration.ofDays(7)))))
                .isNull();
    }

    @Test
    void surveyKeepsItsOwnWindowEvenWhereItIsExempt() {
        Contact own = new Contact(People.id(1), true, NOW.minus(Duration.ofDays(8)), NOW, null, null);
        Contact other = new Contact(People.id(2), true, NOW.minus(Duration.ofDays(8)), NOW, null, null);
        String policy = "{\"exempt\": true, \"again\": \"P30D\"}";

        assertThat(reason(situation(policy, Map.of()).after(past(own, Duration.ofDays(7)))))
                .isEqualTo("fatigue-survey");
        assertThat(reason(situation(policy, Map.of()).after(past(other, Duration.ofDays(7)))))
                .isNull();
    }

    @Test
    void whoIsNotDrawnIsNotAsked() {
        Situation drawn = situation("{\"sampling\": {\"percent\": 50}}", Map.of());
        Situation notDrawn = new Situation(
                NOW,
                drawn.survey(),
                drawn.definition(),
                drawn.ask(),
                drawn.due(),
                drawn.person(),
                drawn.values(),
                0.5,
                NOTHING);

        assertThat(reason(drawn)).isNull();
        assertThat(reason(notDrawn)).isEqualTo("not-sampled");
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        Verdict verdict = Eligibility.of(situation("{\"sampling\": {\"percent\": 50}}", Map.of()));

        assertThat(verdict.steps())
                .allSatisfy(step -> assertThat(step.sentence().english()).endsWith("."))
                .allSatisfy(step -> assertThat(step.sentence().chinese()).endsWith("。"));
    }

    private static String reason(Situation situation) {
        return Eligibility.of(situation).failure().map(Step::reason).orElse(null);
    }

    private static Situation closing(Optional<Situation.Due> due) {
        return new Situation(
                NOW,
                People.id(1),
                Optional.of(People.definition("{\"ask\": \"close\"}")),
                Policy.Ask.CLOSE,
                due,
                "someone",
                Map.of(),
                0,
                NOTHING);
    }

    private static Past past(Contact contact, Duration rest) {
        return new Past(Past.Earlier.NOTHING, Optional.empty(), List.of(contact), rest, 0);
    }

    private static Situation situation(String policy, Map<Dimension, String> values) {
        Definition definition = People.definition(policy);
        return new Situation(
                NOW,
                People.id(1),
                Optional.of(definition),
                Policy.Ask.REQUEST,
                Optional.empty(),
                "someone",
                values,
                0,
                NOTHING);
    }
}
