package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;

import io.deskpulse.catalogue.cell.Dimension;
import org.junit.jupiter.api.Test;

class MessageMeasuresTest {
    @Test
    void publicMessagesCountBySenderAtTheirOwnTime() {
        conversation()
                .at("10:00")
                .started()
                .at("10:01")
                .customer("a")
                .bot()
                .human()
                .note()
                .expectAt(MESSAGES_CUSTOMER, "10:01")
                .expectAt(MESSAGES_BOT, "10:01")
                .expectAt(MESSAGES_HUMAN, "10:01")
                .expect(MESSAGES_HUMAN, 1)
                .expect(PRIVATE_MESSAGES, 1)
                .expectUnder(PRIVATE_MESSAGES, Dimension.CHANNEL, "web");
    }

    @Test
    void botResponsesAreRatedByWhatTheySayOfTheirAnswer() {
        conversation()
                .at("10:00")
                .botWithoutAnswer()
                .botFromArticle()
                .expect(BOT_REPLIES, 0)
                .expect(BOT_ANSWERS_RATED, 0)
                .customer("a")
                .bot()
                .botAnswered()
                .botFromArticle()
                .botWithoutAnswer()
                .expect(BOT_ANSWERS_RATED, 2)
                .expect(BOT_FALLBACKS, 1)
                .expect(BOT_REPLIES, 3)
                .expect(BOT_REPLIES_FROM_KNOWLEDGE, 1);
    }

    @Test
    void sentimentOfPublicCustomerMessagesCountsInMillionths() {
        conversation()
                .at("10:00")
                .customerFeeling(0.5)
                .customerFeeling(-0.25)
                .customerFeeling(-0.251)
                .customer("a")
                .expectValues(SENTIMENT, -251_000L, -250_000L, 500_000L)
                .expect(SENTIMENT_NEGATIVE, 1);
    }

    @Test
    void messagesAfterTheCloseCountUnderTheClosedEpisodesHandlerAndTopic() {
        conversation()
                .at("10:00")
                .started()
                .customerAbout("taxi")
                .bot()
                .ended()
                .botFromArticle()
                .customerFeeling(-1)
                .expect(MESSAGES_BOT, 2)
                .expect(BOT_REPLIES, 2)
                .expectUnder(BOT_REPLIES_FROM_KNOWLEDGE, Dimension.TOPIC, "taxi")
                .expectUnder(SENTIMENT_NEGATIVE, Dimension.HANDLER, "bot")
                .expect(TURNS, 1);
    }

    @Test
    void aBotsMessageAfterACloseWithoutACustomerMessageIsNoResponse() {
        conversation()
                .at("10:00")
                .started()
                .ended()
                .botFromArticle()
                .expect(MESSAGES_BOT, 1)
                .expect(BOT_REPLIES, 0);
    }
}
