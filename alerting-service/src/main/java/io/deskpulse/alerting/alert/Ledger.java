package io.deskpulse.alerting.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where alerts are kept. All that changes belongs to the current transaction. Calls block; thread-safe. */
public interface Ledger {
    /** Says which alert. */
    record Key(String tenant, String fingerprint) {
        static Key of(Transition transition) {
            return new Key(transition.tenant(), transition.fingerprint());
        }

        static Key of(Alert alert) {
            return new Key(alert.tenant(), alert.fingerprint());
        }
    }

    /** Makes a new epoch of a part; waits for whoever is writing with the one before. */
    Fence take(String part);

    /**
     * Holds a fence until the transaction ends: nobody takes it before.
     *
     * @throws Fence.Lost where somebody has
     */
    void hold(Fence fence);

    /**
     * Locks all alerts of tenants until the transaction ends, and reserves numbers for their changes.
     *
     * @param changes how many at most, by tenant
     * @return the last number before those reserved, by tenant
     */
    Map<String, Long> reserve(Map<String, Integer> changes);

    /** Those of the alerts that are known. */
    Map<Key, Alert> find(Set<Key> keys);

    /** Stores changes in their order, with their history and what the topic is to be told. */
    void store(List<Change> changes);

    /** Stores when these alerts were last looked at, and for how long they have been held. */
    void checkpoint(Collection<Alert> alerts);

    /** The alerts of a tenant that are not normal. */
    List<Alert> standing(String tenant);

    /** The alerts of all tenants that are not normal and have one of these rules. */
    List<Alert> standing(Set<String> rules);

    /** The tenants that have any. */
    List<String> standingTenants();

    /** The alerts that were ended by hand since a moment and stand so. */
    List<Alert> endedByHand(Instant since);

    /**
     * Deletes some of the changes that were decided before a moment, and some of the alerts that have been normal since before then.
     *
     * @return how many of the one or of the other at most
     */
    int forget(Instant before, int most);
}
