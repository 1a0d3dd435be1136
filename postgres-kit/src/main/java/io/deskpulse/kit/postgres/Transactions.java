package io.deskpulse.kit.postgres;

import java.util.function.Supplier;

/** Makes several changes one: all of them are there afterwards, or none. Thread-safe. */
public interface Transactions {
    /**
     * Does the work in the transaction of this thread, or in one of its own where there is none: committed before the result is there,
     * rolled back where the work throws. Never to be called on an event loop.
     *
     * @throws StoreUnavailable where Postgres cannot be reached; the changes may have been made then
     */
    <T> T run(Supplier<T> work);

    /** As {@link #run}, without a result. */
    default void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }
}
