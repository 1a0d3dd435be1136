package io.deskpulse.survey.policy;

import io.smallrye.mutiny.Uni;

/** Where the key of the lots is kept: one for all instances, made once. */
public interface LotsOfSurveys {
    /** Belongs to the current transaction. */
    Uni<Lots> get();
}
