package io.deskpulse.alerting.audit;

import java.util.List;

/** Reads who changed what. Calls block; thread-safe. */
public interface AuditTrail {
    /**
     * The newest first.
     *
     * @param kind of thing, or null for all
     * @param thing id, or null for all
     * @param before only entries with a lower id
     */
    List<AuditEntry> list(String tenant, String kind, String thing, long before, int most);
}
