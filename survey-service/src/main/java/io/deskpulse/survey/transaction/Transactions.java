package io.deskpulse.survey.transaction;

import io.deskpulse.kit.postgres.StoreUnavailable;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Makes several changes one: all of them are there afterwards, or none. */
public interface Transactions {
    /** Whether the store has been met, and is as this version needs it. */
    boolean ready();

    /**
     * Does the work in one transaction: committed before the result is there, rolled back where the work fails.
     *
     * @return fails with {@link StoreUnavailable} where the store cannot be reached; the changes may have been made then
     */
    <T> Uni<T> run(Supplier<Uni<T>> work);
}
