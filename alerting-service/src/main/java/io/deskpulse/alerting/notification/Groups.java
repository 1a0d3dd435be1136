package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Groups of alerts and what was told of them, shared by all instances: whoever has the newest lease of a group may write about it, all
 * others find it {@link Lease.Lost}. Calls block; thread-safe.
 */
public interface Groups {
    /**
     * Notes alerts as they are now, puts them into groups and makes every group due that holds one: a new one when its placement says, one that
     * was looked at before not sooner than its interval allows. Belongs to the transaction of the thread.
     *
     * @param alerts of one tenant
     * @param placements of those among them that fire
     */
    void note(Instant now, List<Alert> alerts, List<Placement> placements);

    /** Puts alerts that are noted into further groups. */
    void place(Instant now, List<Placement> placements);

    /** Makes all groups of a tenant due: its routing has changed. Belongs to the transaction of the thread. */
    void wake(String tenant, Instant now);

    /** Takes groups that are due and that nobody has, the longest due first. */
    List<Lease> lease(Instant now, Instant until, int most);

    Contents contents(Lease lease);

    /** The alerts as they are, or as they were when they fired last. Those that are gone are left out. */
    List<Alert> alerts(String tenant, Collection<String> fingerprints, boolean asFired);

    /** The labels of all alerts of a tenant that fire. */
    List<Labels> firing(String tenant);

    /** Writes what is about to be sent, and holds the group until then. */
    void begin(Lease lease, Told told, Instant until);

    /** Writes what came of it. */
    void settle(Lease lease, Told told, Entry entry);

    /** Lets the group go. Where it has changed since it was taken, nothing leaves it, and it is due again as soon as its interval allows. */
    void close(Lease lease, Closing closing);

    /** Gives a group back that nothing came of: it is due as it was, and free at once. Nothing where another has taken it. */
    void release(Lease lease);

    /** What waits, over all tenants. */
    Backlog backlog(Instant now);

    /**
     * How many groups are due, and since when the oldest of them.
     *
     * @param oldest null where none is
     */
    record Backlog(long due, Instant oldest) {}
}
