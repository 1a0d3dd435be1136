package io.deskpulse.survey.answer;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Where answers are kept. Every call belongs to the current transaction, which has locked the offer. */
public interface Answers {
    /** All of an offer, withdrawn ones too. */
    Uni<List<GivenAnswer>> of(UUID offer);
}
