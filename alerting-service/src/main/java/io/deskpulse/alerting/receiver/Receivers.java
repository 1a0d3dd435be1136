package io.deskpulse.alerting.receiver;

import java.util.List;
import java.util.Optional;

/** Where receivers are kept. Calls block and join the transaction of the thread; thread-safe. */
public interface Receivers {
    Optional<Kept> find(String tenant, String id);

    /** The same, and whoever else wants to change it waits for the end of this transaction. */
    Optional<Kept> lock(String tenant, String id);

    /** Those of a tenant by id, after this one (empty text for the beginning). */
    List<Receiver> list(String tenant, String after, int most);

    int count(String tenant);

    /** Keeps it in place of the one before; false where one of that id came meanwhile. */
    boolean save(Kept kept);

    void delete(String tenant, String id);
}
