package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.contracts.event.Party;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    @Test
    void testConversationsFileNothingAtAll() {
        Story story = conversation()
                .at("10:00")
                .startedAsTest()
                .customerFeeling(-1)
                .bot()
                .human()
                .note()
                .cost("1", Party.BOT)
                .clockAt("10:31")
                .at("10:20")
                .customer("back")
                .ended()
                .resolvedBy(Party.BOT)
                .bot()
                .cost("1", null)
                .at("10:40")
                .customer("once more");
        story.declaredAt("d1 10:00");

        assertThat(story.facts().standing()).isEmpty();
        assertThat(story.journeys()).isEmpty();
    }

    @Test
    void aConversationThatTurnsOutToBeATestFilesNothingMoreButLeaves() {
        Story story =
                conversation().at("10:00").customer("a").startedAsTest().bot().ended();

        story.expect(CONVERSATIONS_CLOSED, 0).expect(MESSAGES_BOT, 0).expectUnder(LEFT, Dimension.CHANNEL, "unknown");
        assertThat(story.journeys()).isEmpty();
    }

    @Test
    void costsCarryTheAttributesKnownThen() {
        conversation()
                .at("10:00")
                .cost("0.5", null)
                .expectUnder(COST, Dimension.CHANNEL, "unknown")
                .expectValues(COST, 500_000L)
                .expect(CONVERSATIONS_STARTED, 0);
        conversation()
                .at("10:00")
                .started()
                .customerAbout("taxi")
                .bot()
                .cost("0.000001", null)
                .expectValues(COST, 1L)
                .expectUnder(COST, Dimension.CHANNEL, "web")
                .expectUnder(COST, Dimension.HANDLER, "unknown");
    }

    @Test
    void costsAfterTheCloseCarryItsHandlerUnlessTheyNameOne() {
        conversation()
                .at("10:00")
                .started()
                .customer("a")
                .bot()
                .ended()
                .cost("1", null)
                .expectUnder(COST, Dimension.HANDLER, "bot");
        conversation()
                .at("10:00")
                .started()
                .customer("a")
                .bot()
                .ended()
                .cost("1", Party.HUMAN)
                .expectUnder(COST, Dimension.HANDLER, "human");
    }

    @Test
    void costsTimedAfterTheIdleTimeCarryTheHandlerWhetherOrNotAClockHasClosedTheEpisode() {
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .at("10:31")
                .cost("1", null)
                .expectUnder(COST, Dimension.HANDLER, "bot")
                .expect(CONVERSATIONS_CLOSED, 0);
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .clockAt("10:31")
                .at("10:20")
                .cost("1", null)
                .expectUnder(COST, Dimension.HANDLER, "unknown")
                .expect(CONVERSATIONS_CLOSED, 1);
    }

    @Test
    void costsAreDeduplicated() {
        conversation()
                .at("10:00")
                .cost("1", null)
                .again()
                .cost("1", null)
                .expectDuplicate()
                .expect(COST, 1);
    }
}
