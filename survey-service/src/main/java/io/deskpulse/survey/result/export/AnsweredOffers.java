package io.deskpulse.survey.result.export;

import io.deskpulse.survey.result.Selection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Offers with their answers, read part by part: a part costs the same wherever it stands. */
public interface AnsweredOffers {
    /** In which order offers are read. */
    enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /**
     * The next part.
     *
     * @param after the last one of the part before; empty for the first part
     * @return fewer than {@code most} at the end only; fails with {@link io.deskpulse.survey.result.TooMuch}
     */
    Uni<List<AnsweredOffer>> page(Selection selection, Optional<AnsweredOffer.Position> after, Order order, int most);
}
