package io.deskpulse.contracts.event;

/**
 * Somebody said something.
 *
 * @param from who; required
 * @param visibility never null; {@link Visibility#PUBLIC} when not given
 * @param agent id of the human agent, or null
 * @param text at most 8,000 characters, or null; never logged
 * @param topic what the message is about, a dimension value, or null
 * @param answered on bot messages: false when the bot had no answer; null when not said
 * @param kbArticle the knowledge article that the answer rests on, or null
 * @param sentiment -1 to 1, or null
 */
public record ConversationMessage(
        Party from,
        Visibility visibility,
        String agent,
        String text,
        String topic,
        Boolean answered,
        String kbArticle,
        Double sentiment)
        implements ConversationData {}
