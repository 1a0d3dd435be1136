package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.journey.Journey;
import org.junit.jupiter.api.Test;

class EpisodeBeginsTest {
    @Test
    void beginsWithStarted() {
        conversation().at("10:00").started().expect(CONVERSATIONS_STARTED, 1).expectAt(OPENED, "10:00");
    }

    @Test
    void beginsWithAPublicMessageOfAnUnknownConversationAndUnknownAttributes() {
        conversation().at("10:00").customer("hi").expectUnder(CONVERSATIONS_STARTED, Dimension.CHANNEL, "unknown");
        conversation().at("10:00").bot().expect(CONVERSATIONS_STARTED, 1).expect(MESSAGES_BOT, 1);
        conversation().at("10:00").human().expect(CONVERSATIONS_STARTED, 1).expect(MESSAGES_HUMAN, 1);
    }

    @Test
    void doesNotBeginWithAPrivateMessage() {
        conversation().at("10:00").note().expect(CONVERSATIONS_STARTED, 0).expectAt(PRIVATE_MESSAGES, "10:00");
    }

    @Test
    void beginsAgainWithReopenedAndMarksTheClosedEpisode() {
        Story story =
                conversation().at("10:00").started().customer("hi").at("10:01").ended();
        story.at("10:05").reopened();

        story.expect(CONVERSATIONS_STARTED, 2)
                .expectAt(REOPENED, "10:01")
                .expectUnder(REOPENED, Dimension.HANDLER, "none")
                .expectUnder(CONVERSATIONS_STARTED, Dimension.CHANNEL, "web");
        assertThat(story.lastJourney().reopened()).isTrue();
        assertThat(story.lastJourney().id()).isEqualTo("demo/talk-1#1");
        assertThat(story.lastJourney().closedAt()).isEqualTo(Story.time("10:01"));
    }

    @Test
    void beginsAgainWithReopenedWhateverItsTime() {
        conversation()
                .at("10:00")
                .started()
                .at("10:05")
                .ended()
                .at("10:04")
                .reopened()
                .expect(CONVERSATIONS_STARTED, 2);
    }

    @Test
    void beginsAgainWithACustomerMessageTimedAfterTheClose() {
        conversation()
                .at("10:00")
                .started()
                .at("10:01")
                .ended()
                .at("10:02")
                .customer("one more thing")
                .expect(CONVERSATIONS_STARTED, 2)
                .expect(REOPENED, 1)
                .at("10:03")
                .ended()
                .expectValues(TURNS, 0L, 1L);
    }

    @Test
    void doesNotBeginAgainWithACustomerMessageTimedAtTheCloseOrBefore() {
        conversation()
                .at("10:00")
                .started()
                .at("10:01")
                .ended()
                .customer("thanks")
                .expect(CONVERSATIONS_STARTED, 1)
                .expect(REOPENED, 0)
                .expect(MESSAGES_CUSTOMER, 1)
                .expectUnder(MESSAGES_CUSTOMER, Dimension.HANDLER, "none");
    }

    @Test
    void doesNotBeginAgainWithAMessageOfBotOrHuman() {
        conversation()
                .at("10:00")
                .started()
                .at("10:01")
                .ended()
                .at("10:02")
                .bot()
                .human()
                .note()
                .expect(CONVERSATIONS_STARTED, 1)
                .expect(MESSAGES_BOT, 1)
                .expect(MESSAGES_HUMAN, 1)
                .expect(PRIVATE_MESSAGES, 1)
                .expect(ORPHAN_EVENTS, 0);
    }

    @Test
    void beginsAnotherWithStartedAfterTheCloseButReopensNothing() {
        conversation()
                .at("10:00")
                .started()
                .at("10:01")
                .ended()
                .at("10:02")
                .startedIn("app")
                .expect(CONVERSATIONS_STARTED, 2)
                .expect(REOPENED, 0)
                .expect(ORPHAN_EVENTS, 0);
    }

    @Test
    void takesStartedOfAClosedConversationTimedBeforeTheCloseForAnOrphan() {
        conversation()
                .at("10:00")
                .customer("hi")
                .at("10:01")
                .ended()
                .at("09:59")
                .started()
                .expect(CONVERSATIONS_STARTED, 1)
                .expectAt(ORPHAN_EVENTS, "09:59");
    }

    @Test
    void lateStartedSuppliesAttributesFromThenOnAndMovesNothingFiled() {
        conversation()
                .at("10:00")
                .customer("hi")
                .at("09:59")
                .startedIn("app")
                .startedIn("web")
                .at("10:01")
                .bot()
                .expect(CONVERSATIONS_STARTED, 1)
                .expectAt(CONVERSATIONS_STARTED, "10:00")
                .expectUnder(MESSAGES_CUSTOMER, Dimension.CHANNEL, "unknown")
                .expectUnder(MESSAGES_BOT, Dimension.CHANNEL, "app")
                .at("10:02")
                .ended()
                .expectUnder(CONVERSATIONS_CLOSED, Dimension.CHANNEL, "app")
                .expectUnder(LEFT, Dimension.CHANNEL, "unknown");
    }

    @Test
    void secondStartedKeepsItFromIdlingAndChangesNoAttributes() {
        conversation()
                .at("10:00")
                .startedIn("app")
                .at("10:20")
                .startedIn("web")
                .expect(CONVERSATIONS_STARTED, 1)
                .declaredAt("11:00")
                .expectAt(CONVERSATIONS_CLOSED, "10:20")
                .expectUnder(CONVERSATIONS_CLOSED, Dimension.CHANNEL, "app");
    }

    @Test
    void numbersEpisodesFromOne() {
        Story story = conversation()
                .at("10:00")
                .started()
                .ended()
                .at("10:01")
                .customer("hi")
                .ended();

        assertThat(story.journeys()).extracting(Journey::episode).containsExactly(1, 1, 2);
    }

    @Test
    void countsOtherEventsOfAnUnknownConversationAsOrphans() {
        conversation()
                .at("10:00")
                .resolvedBy(Party.BOT)
                .escalated()
                .reopened()
                .ended()
                .expect(ORPHAN_EVENTS, 4)
                .expect(CONVERSATIONS_STARTED, 0);
    }

    @Test
    void seesADuplicateOnceOverAllEpisodes() {
        conversation().at("10:00").started().again().started().expectDuplicate().expect(CONVERSATIONS_STARTED, 1);
        conversation()
                .at("10:00")
                .started()
                .at("10:01")
                .ended()
                .again()
                .ended()
                .expectDuplicate()
                .expect(ORPHAN_EVENTS, 0);
    }
}
