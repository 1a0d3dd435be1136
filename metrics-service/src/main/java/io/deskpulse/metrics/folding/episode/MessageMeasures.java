package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.Visibility;
import io.deskpulse.metrics.folding.Filing;

/** What one message alone adds, whether it belongs to an episode or to none. */
final class MessageMeasures {
    private MessageMeasures() {}

    /**
     * Files one message.
     *
     * @param response whether a public customer message of the episode came before
     */
    static void file(
            ConversationMessage message, long timeMillis, Dimensions dimensions, boolean response, Filing filing) {
        if (message.visibility() == Visibility.PRIVATE) {
            filing.count(timeMillis, dimensions, Measure.PRIVATE_MESSAGES, 1);
            return;
        }
        switch (message.from()) {
            case CUSTOMER -> fileCustomer(message, timeMillis, dimensions, filing);
            case BOT -> fileBot(message, timeMillis, dimensions, response, filing);
            case HUMAN -> filing.count(timeMillis, dimensions, Measure.MESSAGES_HUMAN, 1);
        }
    }

    private static void fileCustomer(
            ConversationMessage message, long timeMillis, Dimensions dimensions, Filing filing) {
        filing.count(timeMillis, dimensions, Measure.MESSAGES_CUSTOMER, 1);
        if (message.sentiment() == null) {
            return;
        }
        filing.quantity(timeMillis, dimensions, Measure.SENTIMENT, Sentiments.micros(message.sentiment()), 1);
        if (Sentiments.bad(message.sentiment())) {
            filing.count(timeMillis, dimensions, Measure.SENTIMENT_NEGATIVE, 1);
        }
    }

    private static void fileBot(
            ConversationMessage message, long timeMillis, Dimensions dimensions, boolean response, Filing filing) {
        filing.count(timeMillis, dimensions, Measure.MESSAGES_BOT, 1);
        if (!response) {
            return;
        }
        if (message.answered() != null) {
            filing.count(timeMillis, dimensions, Measure.BOT_ANSWERS_RATED, 1);
        }
        if (Boolean.FALSE.equals(message.answered())) {
            filing.count(timeMillis, dimensions, Measure.BOT_FALLBACKS, 1);
            return;
        }
        filing.count(timeMillis, dimensions, Measure.BOT_REPLIES, 1);
        if (message.kbArticle() != null) {
            filing.count(timeMillis, dimensions, Measure.BOT_REPLIES_FROM_KNOWLEDGE, 1);
        }
    }
}
