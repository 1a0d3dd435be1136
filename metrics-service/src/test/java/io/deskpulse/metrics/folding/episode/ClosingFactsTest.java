package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.journey.Journey;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosingFactsTest {
    @Test
    void handlerIsBotHumanMixedOrNone() {
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .ended()
                .expectUnder(CONVERSATIONS_CLOSED, Dimension.HANDLER, "bot");
        conversation().at("10:00").human().ended().expectUnder(CONVERSATIONS_CLOSED, Dimension.HANDLER, "human");
        conversation()
                .at("10:00")
                .bot()
                .customer("a")
                .human()
                .ended()
                .expectUnder(CONVERSATIONS_CLOSED, Dimension.HANDLER, "human");
        conversation()
                .at("10:00")
                .customer("a")
                .botWithoutAnswer()
                .human()
                .ended()
                .expectUnder(CONVERSATIONS_CLOSED, Dimension.HANDLER, "mixed");
        conversation()
                .at("10:00")
                .bot()
                .customer("a")
                .note()
                .ended()
                .expectUnder(CONVERSATIONS_CLOSED, Dimension.HANDLER, "none");
    }

    @Test
    void topicIsThatOfMostPublicMessagesAndTheLastOfSeveral() {
        conversation()
                .at("10:00")
                .customerAbout("hotel")
                .botAbout("hotel")
                .customerAbout("taxi")
                .note()
                .note()
                .note()
                .bot()
                .ended()
                .expectUnder(CONVERSATIONS_CLOSED, Dimension.TOPIC, "hotel");
        conversation()
                .at("10:00")
                .customerAbout("hotel")
                .botAbout("taxi")
                .customerAbout("train")
                .botAbout("hotel")
                .botAbout("taxi")
                .ended()
                .expectUnder(CONVERSATIONS_CLOSED, Dimension.TOPIC, "taxi");
        conversation().at("10:00").customer("a").ended().expectUnder(CONVERSATIONS_CLOSED, Dimension.TOPIC, "unknown");
    }

    @Test
    void handlerAndTopicAreUnknownInAllThatIsFiledBeforeTheClose() {
        Story story = conversation()
                .at("10:00")
                .started()
                .customerAbout("taxi")
                .botAbout("taxi")
                .human()
                .escalated();

        assertThat(story.facts().standing().keySet())
                .allMatch(fact -> fact.dimensions().get(Dimension.HANDLER).equals("unknown"))
                .allMatch(fact -> fact.dimensions().get(Dimension.TOPIC).equals("unknown"));
        story.ended().expectUnder(OPENED, Dimension.TOPIC, "unknown").expectUnder(LEFT, Dimension.TOPIC, "unknown");
    }

    @Test
    void aBotThatAnswersNothingIsInvolvedButHasNotAnswered() {
        conversation()
                .at("10:00")
                .customer("a")
                .botWithoutAnswer()
                .ended()
                .expect(INVOLVED, 1)
                .expect(ANSWERED, 0);
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .ended()
                .expect(INVOLVED, 1)
                .expect(ANSWERED, 1);
        conversation()
                .at("10:00")
                .bot()
                .customer("a")
                .ended()
                .expect(INVOLVED, 0)
                .expect(ANSWERED, 0);
    }

    @Test
    void automatedMeansABotAndNoHumanAndNoEscalation() {
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .ended()
                .expect(AUTOMATED, 1)
                .expect(HUMAN_INTERVENED, 0);
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .human()
                .ended()
                .expect(AUTOMATED, 0)
                .expect(HUMAN_INTERVENED, 1);
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .escalated()
                .ended()
                .expect(AUTOMATED, 0)
                .expect(HUMAN_INTERVENED, 1)
                .expect(ESCALATED_INVOLVED, 1);
        conversation().at("10:00").customer("a").ended().expect(AUTOMATED, 0).expect(HUMAN_INTERVENED, 0);
        conversation().at("10:00").customer("a").escalated().ended().expect(ESCALATED_INVOLVED, 0);
    }

    @Test
    void onlyWhatABotWasInvolvedInIsDirectlyResolvedOrConfirmed() {
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .confirmedBy(Party.BOT)
                .ended()
                .expect(DIRECTLY_RESOLVED, 1)
                .expect(CONFIRMED_RESOLVED, 1);
        conversation()
                .at("10:00")
                .customer("a")
                .confirmedBy(Party.BOT)
                .ended()
                .expect(DIRECTLY_RESOLVED, 0)
                .expect(CONFIRMED_RESOLVED, 0);
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .human()
                .confirmedBy(Party.BOT)
                .ended()
                .expect(DIRECTLY_RESOLVED, 0)
                .expect(CONFIRMED_RESOLVED, 0);
    }

    @Test
    void goalNeedsGoalReached() {
        conversation().at("10:00").started().endedAtGoal().expect(GOALS, 1);
        conversation().at("10:00").started().ended().expect(GOALS, 0);
    }

    @Test
    void repeatedNeedsTheSameTextOfTheCustomerThreeTimes() {
        conversation()
                .at("10:00")
                .customer("Where is it?")
                .bot()
                .customer("where is it")
                .customer("b")
                .ended()
                .expect(REPEATED, 0);
        conversation()
                .at("10:00")
                .customer("Where is it?")
                .bot()
                .customer("WHERE IS IT")
                .customer("b")
                .customer(" where...isit ")
                .customer("c")
                .ended()
                .expect(REPEATED, 1);
        conversation()
                .at("10:00")
                .customer("?")
                .customer("!")
                .customer("…")
                .customer("")
                .ended()
                .expect(REPEATED, 0);
    }

    @Test
    void turnsAreThePublicCustomerMessagesOfEachClosedEpisode() {
        conversation().at("10:00").started().ended().expectValues(TURNS, 0L);
        conversation().at("10:00").customer("a").bot().customer("b").ended().expectValues(TURNS, 2L);
    }

    @Test
    void sessionDurationRunsFromTheStartToTheLastPublicMessageToArrive() {
        conversation()
                .at("10:00")
                .started()
                .at("10:03")
                .customer("a")
                .at("10:02")
                .bot()
                .at("10:05")
                .note()
                .at("10:06")
                .ended()
                .expectSeconds(SESSION_DURATION, 120)
                .expectAt(SESSION_DURATION, "10:06");
        conversation().at("10:00").started().at("10:01").ended().expect(SESSION_DURATION, 0);
    }

    @Test
    void humanHandlingTimeRunsFromTheFirstPublicHumanMessageToTheLastPublicMessage() {
        conversation()
                .at("10:00")
                .human()
                .at("10:01")
                .human()
                .at("10:04")
                .customer("bye")
                .ended()
                .expectSeconds(HUMAN_HANDLING_TIME, 240);
        conversation().at("10:00").customer("a").bot().ended().expect(HUMAN_HANDLING_TIME, 0);
    }

    @Test
    void sentimentShiftNeedsTwoAndIsLastMinusFirst() {
        conversation().at("10:00").customerFeeling(0.5).ended().expect(SENTIMENT_SHIFT, 0);
        conversation()
                .at("10:00")
                .customerFeeling(0.5)
                .customerFeeling(0.9)
                .customer("a")
                .customerFeeling(-0.25)
                .ended()
                .expectValues(SENTIMENT_SHIFT, -750_000L);
    }

    @Test
    void tellsTheWholeJourney() {
        Story story = conversation()
                .at("10:00")
                .started()
                .customerAbout("taxi")
                .bot()
                .at("10:05")
                .endedAtGoal();

        assertThat(story.journeys())
                .containsExactly(new Journey(
                        "demo/talk-1#1",
                        0,
                        Journey.Status.CLOSED,
                        "demo",
                        "talk-1",
                        1,
                        "customer-1",
                        "visitor-1",
                        Map.of(
                                "channel", "web",
                                "scene", "presales",
                                "language", "en",
                                "variant", "v1",
                                "campaign", "spring",
                                "segment", "gold",
                                "region", "eu",
                                "handler", "bot",
                                "topic", "taxi"),
                        Story.time("10:00"),
                        Story.time("10:05"),
                        "closed",
                        "resolved_by_bot",
                        true,
                        true,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false));
    }
}
