package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.contracts.event.Party;
import org.junit.jupiter.api.Test;

/** Who handled a conversation, and about what. */
class HandledByTest {
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
}
