package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.metrics.folding.state.StateWriter.NEVER;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.folding.Filing;

/** All that the close of an episode files; with weight -1 exactly that is taken back. Used for one close. */
final class ClosingMeasures {
    private final Episode episode;
    private final ClosedEpisode closed;
    private final Dimensions dimensions;
    private final Filing filing;
    private final int weight;

    private ClosingMeasures(Episode episode, ClosedEpisode closed, Filing filing, int weight) {
        this.episode = episode;
        this.closed = closed;
        this.dimensions = closed.dimensions();
        this.filing = filing;
        this.weight = weight;
    }

    /**
     * Files a close or takes it back.
     *
     * @param closed what the episode is at this close
     * @param weight 1, or -1 to take back
     */
    static void file(Episode episode, ClosedEpisode closed, Books books, int weight) {
        fileLeft(episode, closed, books, weight);
        Filing filing = books.filingFor(episode.attributes());
        if (filing != NothingFiled.INSTANCE) {
            ClosingMeasures measures = new ClosingMeasures(episode, closed, filing, weight);
            measures.fileFacts();
            measures.fileQuantities();
        }
    }

    /** Mirrors what was filed at the start, or concurrency would never come down again. */
    private static void fileLeft(Episode episode, ClosedEpisode closed, Books books, int weight) {
        Attributes opened = episode.openedWith();
        long leftAt = Math.max(closed.startedAt(), closed.closedAt());
        books.filingFor(opened).count(leftAt, opened.dimensions(), Measure.LEFT, weight);
    }

    private void fileFacts() {
        ClosingFacts facts = closed.facts();
        boolean byBot = closed.outcome() == Outcome.RESOLVED_BY_BOT;
        count(Measure.CONVERSATIONS_CLOSED);
        count(closed.outcome().measure());
        countIf(facts.involved(), Measure.INVOLVED);
        countIf(facts.involved() && facts.answered(), Measure.ANSWERED);
        countIf(facts.involved() && byBot, Measure.DIRECTLY_RESOLVED);
        countIf(facts.involved() && byBot && facts.confirmed(), Measure.CONFIRMED_RESOLVED);
        countIf(facts.involved() && facts.escalated(), Measure.ESCALATED_INVOLVED);
        countIf(facts.involved() && !facts.human() && !facts.escalated(), Measure.AUTOMATED);
        countIf(facts.human() || facts.escalated(), Measure.HUMAN_INTERVENED);
        countIf(facts.goal(), Measure.GOALS);
        countIf(facts.repeated(), Measure.REPEATED);
    }

    private void fileQuantities() {
        quantity(Measure.TURNS, episode.turns());
        span(Measure.SESSION_DURATION, closed.startedAt(), episode.lastPublicAt());
        span(Measure.HUMAN_HANDLING_TIME, episode.firstHumanAt(), episode.lastPublicAt());
        if (closed.outcome() == Outcome.RESOLVED_BY_BOT || closed.outcome() == Outcome.RESOLVED_BY_HUMAN) {
            span(Measure.RESOLUTION_TIME, episode.firstCustomerAt(), episode.resolvedAt());
        }
        if (episode.sentiments().comparable()) {
            quantity(Measure.SENTIMENT_SHIFT, episode.sentiments().shift());
        }
    }

    private void count(Measure measure) {
        filing.count(closed.closedAt(), dimensions, measure, weight);
    }

    private void countIf(boolean fact, Measure measure) {
        if (fact) {
            count(measure);
        }
    }

    private void span(Measure measure, long from, long to) {
        if (from != NEVER && to != NEVER) {
            quantity(measure, Math.max(0, to - from));
        }
    }

    private void quantity(Measure measure, long value) {
        filing.quantity(closed.closedAt(), dimensions, measure, value, weight);
    }
}
