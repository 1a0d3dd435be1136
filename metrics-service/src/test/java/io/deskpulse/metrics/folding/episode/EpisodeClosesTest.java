package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.Party;
import org.junit.jupiter.api.Test;

/** When an episode ends. */
class EpisodeClosesTest {
    @Test
    void closesWithEndedAtItsTime() {
        Story story = conversation().at("10:00").started().at("10:07").ended(EndReason.COMPLETED);

        story.expectAt(CONVERSATIONS_CLOSED, "10:07").expectAt(LEFT, "10:07");
        assertThat(story.lastJourney().endReason()).isEqualTo("completed");
    }

    @Test
    void leavesNoEarlierThanItStarted() {
        conversation()
                .at("10:00")
                .started()
                .at("09:58")
                .ended()
                .expectAt(CONVERSATIONS_CLOSED, "09:58")
                .expectAt(LEFT, "10:00");
    }

    @Test
    void closesAtItsLastPublicActivityWhenItsNextEventIsTimedMoreThanTheIdleTimeAfter() {
        Story story = conversation()
                .at("10:00")
                .started()
                .at("10:01")
                .customer("hi")
                .at("10:02")
                .bot();
        story.at("10:20").note().at("10:32:00.001").customer("still there?");

        story.expectAt(CONVERSATIONS_CLOSED, "10:02")
                .expect(CONVERSATIONS_STARTED, 2)
                .expect(REOPENED, 1);
        assertThat(story.journeys().get(0).endReason()).isEqualTo("timeout");
    }

    @Test
    void staysOpenWhenItsNextEventIsTimedExactlyTheIdleTimeAfter() {
        conversation()
                .at("10:00")
                .started()
                .at("10:30")
                .customer("hi")
                .expect(CONVERSATIONS_CLOSED, 0)
                .expect(CONVERSATIONS_STARTED, 1);
    }

    @Test
    void countsWhatCameAfterTheIdleTimeAsComingForAClosedConversation() {
        conversation()
                .at("10:00")
                .started()
                .customer("hi")
                .at("10:31")
                .resolvedBy(Party.BOT)
                .ended()
                .expectOutcomes(ABANDONED)
                .expectAt(CONVERSATIONS_CLOSED, "10:00")
                .expect(ORPHAN_EVENTS, 2);
    }

    @Test
    void everyPublicEventKeepsItFromIdling() {
        conversation()
                .at("10:00")
                .started()
                .at("10:25")
                .escalated()
                .at("10:50")
                .resolvedBy(Party.HUMAN)
                .at("11:15")
                .reopened()
                .at("11:40")
                .bot()
                .at("12:05")
                .human()
                .expect(CONVERSATIONS_CLOSED, 0)
                .expect(ORPHAN_EVENTS, 0)
                .declaredAt("12:36")
                .expectAt(CONVERSATIONS_CLOSED, "12:05");
    }

    @Test
    void privateMessagesKeepNothingFromIdling() {
        conversation()
                .at("10:00")
                .started()
                .at("10:29")
                .note()
                .clockAt("10:31")
                .expectAt(CONVERSATIONS_CLOSED, "10:00")
                .expect(PRIVATE_MESSAGES, 1);
    }

    @Test
    void emailWaitsThreeDays() {
        conversation()
                .at("10:00")
                .startedIn("email")
                .clockAt("d3 10:00")
                .expect(CONVERSATIONS_CLOSED, 0)
                .clockAt("d3 10:01")
                .expect(CONVERSATIONS_CLOSED, 1);
    }

    @Test
    void closesWhenTheTenantsClockHasMovedPastActivityAndWhatItShowedThen() {
        conversation()
                .at("12:00")
                .started()
                .at("10:00")
                .customer("delivered late")
                .clockAt("12:30")
                .expect(CONVERSATIONS_CLOSED, 0)
                .clockAt("12:31")
                .expectAt(CONVERSATIONS_CLOSED, "10:00");
    }

    @Test
    void closesWhenTheWallClockHasMovedSoFarSinceTheArrival() {
        conversation()
                .at("10:00")
                .started()
                .wallAt("10:30")
                .expect(CONVERSATIONS_CLOSED, 0)
                .wallAt("10:31")
                .expectAt(CONVERSATIONS_CLOSED, "10:00");
    }

    @Test
    void closesByDeclarationWhateverTheClockShowed() {
        conversation()
                .at("12:00")
                .started()
                .at("10:00")
                .customer("delivered late")
                .declaredAt("10:31")
                .expectAt(CONVERSATIONS_CLOSED, "10:00");
    }
}
