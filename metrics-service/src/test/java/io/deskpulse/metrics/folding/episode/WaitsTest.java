package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.contracts.event.EscalationReason;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void firstResponseTimeRunsFromTheFirstCustomerMessageAndIsFiledAtTheResponse() {
        conversation()
                .at("10:00")
                .started()
                .at("10:01")
                .customer("hi")
                .at("10:02")
                .customer("hello?")
                .at("10:03")
                .bot()
                .at("10:04")
                .customer("ok")
                .at("10:05")
                .bot()
                .expectSeconds(FIRST_RESPONSE_TIME, 120)
                .expectSeconds(BOT_FIRST_RESPONSE_TIME, 120)
                .expectAt(FIRST_RESPONSE_TIME, "10:03")
                .expectUnder(FIRST_RESPONSE_TIME, Dimension.HANDLER, "unknown");
    }

    @Test
    void aGreetingIsNoResponse() {
        conversation()
                .at("10:00")
                .started()
                .bot()
                .human()
                .at("10:01")
                .customer("hi")
                .expect(FIRST_RESPONSE_TIME, 0)
                .expect(HUMAN_FIRST_RESPONSE_TIME, 0)
                .at("10:02")
                .bot()
                .expectSeconds(FIRST_RESPONSE_TIME, 60);
    }

    @Test
    void aBotWithoutAnAnswerStillResponds() {
        conversation().at("10:00").customer("hi").at("10:01").botWithoutAnswer().expectSeconds(RESPONSE_TIME, 60);
    }

    @Test
    void botFirstResponseTimeNeedsTheFirstResponseToBeABots() {
        conversation()
                .at("10:00")
                .customer("hi")
                .at("10:01")
                .human()
                .at("10:02")
                .customer("ok")
                .at("10:03")
                .bot()
                .expectSeconds(FIRST_RESPONSE_TIME, 60)
                .expect(BOT_FIRST_RESPONSE_TIME, 0);
    }

    @Test
    void eachWaitRunsFromTheFirstMessageWithoutAResponse() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("10:01")
                .customer("b")
                .at("10:02")
                .bot()
                .at("10:03")
                .bot()
                .at("10:04")
                .customer("c")
                .at("10:04:30")
                .human()
                .expectSeconds(RESPONSE_TIME, 30, 120);
    }

    @Test
    void aWaitIsNeverBelowZero() {
        conversation()
                .at("10:01")
                .customer("a")
                .at("10:00")
                .bot()
                .expectSeconds(RESPONSE_TIME, 0)
                .expectSeconds(FIRST_RESPONSE_TIME, 0)
                .expectAt(RESPONSE_TIME, "10:00");
    }

    @Test
    void privateMessagesNeitherAskNorRespond() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("10:01")
                .note()
                .expect(RESPONSE_TIME, 0)
                .expect(HUMAN_FIRST_RESPONSE_TIME, 0)
                .expect(MESSAGES_HUMAN, 0);
    }

    @Test
    void humanFirstResponseTimeRunsFromTheFirstCustomerMessageWithoutAnEscalation() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("10:01")
                .bot()
                .at("10:02")
                .human()
                .at("10:03")
                .human()
                .expectSeconds(HUMAN_FIRST_RESPONSE_TIME, 120)
                .expectAt(HUMAN_FIRST_RESPONSE_TIME, "10:02");
    }

    @Test
    void humanFirstResponseTimeRunsFromTheFirstEscalationOfAnyReason() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("10:01")
                .escalated(EscalationReason.LIMIT)
                .at("10:02")
                .escalated()
                .at("10:03")
                .human()
                .expectSeconds(HUMAN_FIRST_RESPONSE_TIME, 120);
    }

    @Test
    void humanFirstResponseTimeComesOnceAnEpisode() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("10:01")
                .human()
                .at("10:02")
                .escalated()
                .at("10:03")
                .human()
                .expectSeconds(HUMAN_FIRST_RESPONSE_TIME, 60)
                .ended()
                .at("10:10")
                .customer("b")
                .at("10:13")
                .human()
                .expectSeconds(HUMAN_FIRST_RESPONSE_TIME, 60, 180);
    }

    @Test
    void messagesOfAClosedConversationEndNoWait() {
        conversation().at("10:00").customer("a").ended().at("10:01").bot().expect(RESPONSE_TIME, 0);
    }
}
