package io.deskpulse.metrics.history;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What Postgres holds of the partitions. */
public interface Archive {
    /** What was saved last of a partition, or nothing where nothing was. */
    Uni<Optional<Standing>> standing(int partition, int generation);

    /**
     * Does work in one transaction that no other transaction on the same partition overlaps; nothing of it stands unless
     * all of it does.
     */
    <T> Uni<T> saving(int partition, int generation, Function<Saving, Uni<T>> work);

    /** Hands over all that is saved of a partition, a portion at a time, the next one when the one before is done. */
    Uni<Void> load(int partition, int generation, Function<List<Entry>, Uni<Void>> sink);

    /** The small keys that were saved whole, packed, by name. */
    Uni<Map<String, byte[]>> books(int partition, int generation);

    /**
     * Removes what expired.
     *
     * @return how many rows
     */
    Uni<Integer> forgetExpired(long nowMillis);

    /** One open transaction. Its steps must follow one another. */
    interface Saving {
        /** The revision saved before; 0 where nothing was. */
        long revision();

        /** Stores the contents of these keys, or removes those that are gone. */
        Uni<Void> put(List<Entry> entries);

        /** The names of all keys saved with a revision above this one. */
        Uni<List<String>> namesAfter(long revision);

        /** Says what all that was put together is the state of. */
        Uni<Void> stand(Standing standing, Map<String, byte[]> books);
    }
}
