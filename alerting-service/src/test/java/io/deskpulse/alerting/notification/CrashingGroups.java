package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Groups whose user dies now and then, before or after something is written. */
final class CrashingGroups implements Groups {
    private final Groups groups;
    private final Random random;
    private double chance;
    private int crashes;

    CrashingGroups(Groups groups, Random random, double chance) {
        this.groups = groups;
        this.random = random;
        this.chance = chance;
    }

    /** From now on nobody dies any more. */
    void calm() {
        chance = 0;
    }

    int crashes() {
        return crashes;
    }

    /** May be the end. */
    void moment() {
        if (random.nextDouble() < chance) {
            crashes++;
            throw new TimeLine.Died();
        }
    }

    @Override
    public void note(Instant now, List<Alert> alerts, List<Placement> placements) {
        groups.note(now, alerts, placements);
    }

    @Override
    public void place(Instant now, List<Placement> placements) {
        groups.place(now, placements);
    }

    @Override
    public void wake(String tenant, Instant now) {
        groups.wake(tenant, now);
    }

    @Override
    public List<Lease> lease(Instant now, Instant until, int most) {
        return groups.lease(now, until, most);
    }

    @Override
    public Contents contents(Lease lease) {
        moment();
        return groups.contents(lease);
    }

    @Override
    public List<Alert> alerts(String tenant, Collection<String> fingerprints, boolean asFired) {
        return groups.alerts(tenant, fingerprints, asFired);
    }

    @Override
    public List<Labels> firing(String tenant) {
        return groups.firing(tenant);
    }

    @Override
    public void begin(Lease lease, Told told, Instant until) {
        moment();
        groups.begin(lease, told, until);
        moment();
    }

    @Override
    public void settle(Lease lease, Told told, Entry entry) {
        moment();
        groups.settle(lease, told, entry);
        moment();
    }

    @Override
    public void close(Lease lease, Closing closing) {
        moment();
        groups.close(lease, closing);
        moment();
    }

    @Override
    public void release(Lease lease) {
        groups.release(lease);
    }

    @Override
    public Backlog backlog(Instant now) {
        return groups.backlog(now);
    }
}
