package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.journey.Journey;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosingFactsTest {
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
