package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.window.HourTallies;
import java.time.Instant;
import java.util.List;

/** Keeps what is counted of each hour for as long as rules compare with it. Calls block; thread-safe. */
public interface Baselines {
    /** The hours of a tenant since a moment, of all levels. */
    List<HourTallies> load(String tenant, Instant since);

    /** Stores hours in place of what is known of them, unless somebody with a later fence has. */
    void store(Fence fence, String tenant, List<HourTallies> hours);

    /** Forgets hours of all tenants that began before a moment. */
    void forget(Instant before);
}
