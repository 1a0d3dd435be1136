package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.closedByBot;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static io.deskpulse.metrics.folding.episode.SurveyTold.csat;
import static io.deskpulse.metrics.folding.episode.SurveyTold.offered;
import static io.deskpulse.metrics.folding.episode.SurveyTold.score;
import static io.deskpulse.metrics.folding.episode.SurveyTold.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers file, when, and what they carry (docs/reference/episodes.md). */
class SurveyAnswersTest {
    @Test
    void anAnswerAfterTheCloseCarriesHandlerAndTopicAndIsFiledAtItsOwnTime() {
        closedByBot()
                .survey(offered("o-1"))
                .at("10:07")
                .survey(csat("o-1", 1, 4))
                .expectValues(CSAT, 4L)
                .expectAt(CSAT, "10:07")
                .expectUnder(CSAT, Dimension.HANDLER, "bot")
                .expectUnder(CSAT, Dimension.TOPIC, "taxi")
                .expectUnder(CSAT, Dimension.CHANNEL, "web");
    }

    @Test
    void anAnswerBeforeTheCloseDoesNotKnowTheHandler() {
        conversation()
                .at("10:00")
                .started()
                .customer("a")
                .bot()
                .survey(offered("o-1"))
                .survey(csat("o-1", 1, 2))
                .ended()
                .expectUnder(CSAT, Dimension.HANDLER, "unknown")
                .expectUnder(CSAT, Dimension.CHANNEL, "web");
    }

    @Test
    void anAnswerBelongsToTheEpisodeOfItsOfferThoughAnotherHasBegun() {
        closedByBot()
                .survey(offered("o-1"))
                .at("11:00")
                .customer("again")
                .human()
                .survey(csat("o-1", 1, 5))
                .expectUnder(CSAT, Dimension.HANDLER, "bot");
    }

    @Test
    void anOfferOfASilentEpisodeKnowsItsHandlerOnceTheNextHasBegun() {
        conversation()
                .at("10:00")
                .started()
                .customer("a")
                .bot()
                .survey(offered("o-1"))
                .at("11:00")
                .customer("again")
                .human()
                .survey(csat("o-1", 1, 5))
                .expectUnder(CSAT, Dimension.HANDLER, "bot");
    }

    @Test
    void aChangedAnswerReplacesTheOneBeforeWhereverThatWasFiled() {
        Story story = closedByBot()
                .survey(offered("o-1"))
                .at("10:07")
                .survey(csat("o-1", 1, 1))
                .at("10:08")
                .survey(csat("o-1", 2, 5));

        story.expectValues(CSAT, 5L).expectAt(CSAT, "10:08").expect(OFFERS_ANSWERED, 1);
    }

    @Test
    void anOlderRevisionThatComesLateChangesNothing() {
        closedByBot()
                .survey(offered("o-1"))
                .survey(csat("o-1", 3, 5))
                .survey(csat("o-1", 2, 1))
                .survey(withdrawn("o-1", 1))
                .expectValues(CSAT, 5L);
    }

    @Test
    void anAnswerThatIsTakenBackLeavesNoTrace() {
        Story story = closedByBot();
        int before = story.facts().standing().size();

        story.survey(offered("o-1")).survey(csat("o-1", 1, 4)).survey(withdrawn("o-1", 2));

        story.expect(CSAT, 0).expect(OFFERS_ANSWERED, 0).expect(OFFERS_SHOWN, 1);
        assertThat(story.facts().standing()).hasSize(before + 1);
    }

    @Test
    void answersOfTestConversationsAreLeftOut() {
        Story story = conversation()
                .at("10:00")
                .startedAsTest()
                .customer("a")
                .survey(offered("o-1"))
                .survey(csat("o-1", 1, 4))
                .ended()
                .survey(csat("o-1", 2, 5))
                .at("11:00")
                .customer("b")
                .survey(withdrawn("o-1", 3));

        assertThat(story.facts().standing()).isEmpty();
    }

    @Test
    void whenTimersAreLookedAtDoesNotChangeWhatAnAnswerCarries() {
        Story early = silentWithAnswer().clockAt("10:50").survey(csat("o-1", 1, 4));
        Story late = silentWithAnswer().survey(csat("o-1", 1, 4)).clockAt("10:50");

        assertThat(early.facts().standing()).isEqualTo(late.facts().standing());
    }

    private static Story silentWithAnswer() {
        return conversation()
                .at("10:00")
                .started()
                .customer("a")
                .bot()
                .survey(offered("o-1"))
                .at("10:20");
    }

    @ParameterizedTest
    @CsvSource({
        "CSAT, 1, 3, 3, CSAT3",
        "CSAT, 1, 5, 3, CSAT",
        "CSAT, 1, 7, 3, CSAT7",
        "CSAT, 1, 10, 3, CSAT10",
        "NPS, 0, 10, 0, NPS",
        "CES, 1, 7, 3, CES",
        "CES, 1, 5, 3, CES5"
    })
    void everyScaleIsAMeasureOfItsOwn(QuestionKind kind, int min, int max, int value, Measure measure) {
        closedByBot()
                .survey(offered("o-1"))
                .survey(score("o-1", kind, new Scale(min, max), value))
                .expectValues(measure, (long) value);
    }

    @Test
    void scoresOnOtherScalesAreAnswersButNoScore() {
        Story story = closedByBot()
                .survey(offered("o-1"))
                .survey(score("o-1", QuestionKind.CSAT, new Scale(0, 4), 3))
                .survey(score("o-1", QuestionKind.RATING, new Scale(1, 5), 3));

        story.expect(OFFERS_ANSWERED, 1);
        assertThat(story.facts().total(fact -> fact.measure().scale() != null)).isZero();
    }
}
