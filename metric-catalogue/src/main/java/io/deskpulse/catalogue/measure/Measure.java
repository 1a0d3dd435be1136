package io.deskpulse.catalogue.measure;

import java.util.Locale;

/**
 * Everything that is counted. Metrics are made of measures; a measure knows nothing of metrics. The comment of each
 * says what one unit of it is; the definitions are those of docs/reference/metrics.md.
 *
 * <p>Quantities are kept as whole numbers so that sums do not depend on their order: durations in milliseconds with
 * squares in thousandths of a square second, sentiment in millionths with squares in millionths, turns and points of a
 * scale as they are.
 */
public enum Measure {
    /** An episode began; filed at its start. */
    CONVERSATIONS_STARTED(Shape.COUNT),
    /** An episode closed; filed at its close. */
    CONVERSATIONS_CLOSED(Shape.COUNT),
    /** An episode became open, for concurrency; filed at its start, kept by the minute for as long as hours are. */
    OPENED(Shape.COUNT),
    /** An episode is open no more; filed at the later of start and close with the dimensions of {@link #OPENED}. */
    LEFT(Shape.COUNT),
    MESSAGES_CUSTOMER(Shape.COUNT),
    MESSAGES_BOT(Shape.COUNT),
    MESSAGES_HUMAN(Shape.COUNT),
    PRIVATE_MESSAGES(Shape.COUNT),
    /** An event of a closed or unknown conversation that is no message and begins nothing. */
    ORPHAN_EVENTS(Shape.COUNT),
    FIRST_RESPONSE_TIME(Shape.DISTRIBUTION),
    BOT_FIRST_RESPONSE_TIME(Shape.DISTRIBUTION),
    HUMAN_FIRST_RESPONSE_TIME(Shape.DISTRIBUTION),
    RESPONSE_TIME(Shape.DISTRIBUTION),
    RESOLUTION_TIME(Shape.DISTRIBUTION),
    SESSION_DURATION(Shape.DISTRIBUTION),
    /** Public customer messages of an episode. */
    TURNS(Shape.MEAN),
    INVOLVED(Shape.COUNT),
    /** Involved and answered. */
    ANSWERED(Shape.COUNT),
    RESOLVED_BY_BOT(Shape.COUNT),
    RESOLVED_BY_HUMAN(Shape.COUNT),
    ABANDONED(Shape.COUNT),
    UNRESOLVED(Shape.COUNT),
    /** Resolved by bot and involved. */
    DIRECTLY_RESOLVED(Shape.COUNT),
    /** Confirmed, resolved by bot and involved. */
    CONFIRMED_RESOLVED(Shape.COUNT),
    /** Escalated and involved. */
    ESCALATED_INVOLVED(Shape.COUNT),
    /** Involved, no human, not escalated. */
    AUTOMATED(Shape.COUNT),
    /** Human or escalated. */
    HUMAN_INTERVENED(Shape.COUNT),
    GOALS(Shape.COUNT),
    /** A closed episode was reopened; filed at the close of that episode, with its dimensions. */
    REOPENED(Shape.COUNT),
    REPEATED(Shape.COUNT),
    /** Bot responses with {@code answered} false. */
    BOT_FALLBACKS(Shape.COUNT),
    /** Bot responses with {@code answered} given. */
    BOT_ANSWERS_RATED(Shape.COUNT),
    BOT_REPLIES(Shape.COUNT),
    /** Bot replies with {@code kbArticle}. */
    BOT_REPLIES_FROM_KNOWLEDGE(Shape.COUNT),
    /** Sentiment of public customer messages that carry one. */
    SENTIMENT(Shape.MEAN),
    /** Those below -0.25. */
    SENTIMENT_NEGATIVE(Shape.COUNT),
    /** Last minus first sentiment of an episode with two or more. */
    SENTIMENT_SHIFT(Shape.MEAN),
    /** First public human message to last public message of an episode with a human. */
    HUMAN_HANDLING_TIME(Shape.MEAN),
    VISITORS(Shape.DISTINCT),
    WIDGETS_SHOWN(Shape.COUNT),
    WIDGETS_OPENED(Shape.COUNT),
    VISITS_ENDED(Shape.COUNT),
    /** Ended visits with one page and neither widget_opened nor link_clicked. */
    BOUNCES(Shape.COUNT),
    VISIT_DURATION(Shape.MEAN),
    COST(Shape.MONEY),
    INCIDENTS(Shape.COUNT),
    /** Opening to closing of an incident; filed at the closing. */
    INCIDENT_DURATION(Shape.MEAN),
    /** Standing answers to questions of kind csat with 5 points; filed at the answer, as all scores are. */
    CSAT(1, 5),
    CSAT3(1, 3),
    CSAT7(1, 7),
    CSAT10(1, 10),
    /** Standing answers to questions of kind nps. */
    NPS(0, 10),
    /** Standing answers to questions of kind ces with 7 points. */
    CES(1, 7),
    CES5(1, 5),
    /** Survey offers that were shown, or delivered where no showing is known; filed at the offer. */
    OFFERS_SHOWN(Shape.COUNT),
    /** Of those, offers with a standing answer; filed at the offer with the dimensions of {@link #OFFERS_SHOWN}. */
    OFFERS_ANSWERED(Shape.COUNT);

    private final Shape shape;
    private final PointScale scale;
    private final String id = name().toLowerCase(Locale.ROOT);

    Measure(Shape shape) {
        this.shape = shape;
        this.scale = null;
    }

    Measure(int least, int greatest) {
        this.shape = Shape.SCORE;
        this.scale = new PointScale(least, greatest);
    }

    /** What is kept of it. */
    public Shape shape() {
        return shape;
    }

    /** The points it has; null unless its shape is SCORE. */
    public PointScale scale() {
        return scale;
    }

    /** How its quantity is kept; of use for shapes of quantities. */
    public Quantity quantity() {
        if (shape == Shape.SCORE) {
            return Quantity.NUMBER;
        }
        return switch (this) {
            case SENTIMENT, SENTIMENT_SHIFT -> Quantity.SCORE;
            case TURNS -> Quantity.NUMBER;
            default -> Quantity.DURATION;
        };
    }

    /** The name used in keys, measurements and the catalogue; never changes its meaning. */
    public String id() {
        return id;
    }

    /** The measure of that name, or null. */
    public static Measure ofId(String id) {
        for (Measure measure : values()) {
            if (measure.id.equals(id)) {
                return measure;
            }
        }
        return null;
    }
}
