package io.deskpulse.alerting.alert;

import java.util.List;
import java.util.Optional;

/** Alerts as people ask for them; each with the change that made it what it is. Calls block; thread-safe. */
public interface Alerts {
    Optional<Change> find(String tenant, String fingerprint);

    /** Those of a selection, the ones that changed last first. */
    List<Change> list(String tenant, Selection selection, Part part);

    /** What became of one alert, the newest first. */
    List<Change> history(String tenant, String fingerprint, Part part);

    /** What became of all alerts of a tenant after a revision, the oldest first. */
    List<Change> after(String tenant, long revision, int most);

    /** The revision of the last change of a tenant; 0 where there was none. */
    long lastRevision(String tenant);

    /**
     * A part of a list.
     *
     * @param before only revisions below this one
     * @param most how many at most
     */
    record Part(long before, int most) {}
}
