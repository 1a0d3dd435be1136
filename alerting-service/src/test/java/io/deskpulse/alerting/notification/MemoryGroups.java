package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.oncall.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Groups in memory, for tests: as the real ones, by the same contract. */
public final class MemoryGroups implements Groups {
    private final Map<Group, Held> groups = new LinkedHashMap<>();
    private final Map<String, Known> alerts = new TreeMap<>();
    private final List<Entry> log = new ArrayList<>();

    /** A group as it stands. */
    private static final class Held {
        private long routing;
        private Duration interval;
        private Instant dueAt;
        private Instant lookedAt;
        private Instant leaseUntil;
        private long fence;
        private long changes = 1;
        private Optional<Escalation> escalation = Optional.empty();
        private final Map<String, String> members = new TreeMap<>();
        private final Map<String, Told> told = new TreeMap<>();

        void touch(Instant now) {
            changes++;
            if (lookedAt != null) {
                Instant soonest = later(lookedAt.plus(interval), now);
                dueAt = dueAt.isBefore(soonest) ? dueAt : soonest;
            }
        }

        boolean free(Instant now) {
            return leaseUntil == null || !leaseUntil.isAfter(now);
        }
    }

    private record Known(Alert latest, Alert fired) {}

    /** All decisions, in their order. */
    public List<Entry> log() {
        return List.copyOf(log);
    }

    /** When the next group is due; empty where there is none. */
    public Optional<Instant> nextDue() {
        return groups.values().stream()
                .map(held -> held.leaseUntil == null ? held.dueAt : later(held.dueAt, held.leaseUntil))
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized void note(Instant now, List<Alert> noted, List<Placement> placements) {
        String tenant = noted.get(0).tenant();
        groups.forEach((group, held) -> {
            if (group.tenant().equals(tenant)
                    && noted.stream().anyMatch(alert -> held.members.containsKey(alert.fingerprint()))) {
                held.touch(now);
            }
        });
        place(now, placements);
        noted.forEach(this::store);
    }

    private void store(Alert alert) {
        String key = alert.tenant() + "/" + alert.fingerprint();
        Known known = alerts.get(key);
        if (alert.state().active()) {
            alerts.put(key, new Known(alert, alert));
        } else if (known != null) {
            alerts.put(key, new Known(alert, known.fired()));
        }
    }

    @Override
    public synchronized void place(Instant now, List<Placement> placements) {
        Map<Group, Placement> each = new HashMap<>();
        placements.forEach(placement -> each.putIfAbsent(placement.group(), placement));
        each.forEach((group, placement) -> {
            Held held = groups.get(group);
            if (held == null) {
                held = new Held();
                held.dueAt = placement.due();
                held.routing = placement.routing();
                groups.put(group, held);
            } else {
                held.touch(now);
                held.routing = Math.min(held.routing, placement.routing());
            }
            held.interval = placement.interval();
        });
        placements.forEach(placement -> groups.get(placement.group()).members.putIfAbsent(placement.fingerprint(), ""));
    }

    @Override
    public synchronized void wake(String tenant, Instant now) {
        groups.forEach((group, held) -> {
            if (group.tenant().equals(tenant)) {
                held.changes++;
                held.dueAt = held.dueAt.isBefore(now) ? held.dueAt : now;
            }
        });
    }

    @Override
    public synchronized List<Lease> lease(Instant now, Instant until, int most) {
        return groups.entrySet().stream()
                .filter(one ->
                        !one.getValue().dueAt.isAfter(now) && one.getValue().free(now))
                .sorted(Comparator.comparing(one -> one.getValue().dueAt))
                .limit(most)
                .map(one -> take(one.getKey(), one.getValue(), until))
                .toList();
    }

    private static Lease take(Group group, Held held, Instant until) {
        held.fence++;
        held.leaseUntil = until;
        return new Lease(group, held.fence, held.changes, held.routing, held.dueAt);
    }

    @Override
    public synchronized Contents contents(Lease lease) {
        Held held = groups.get(lease.group());
        if (held == null) {
            return new Contents(List.of(), List.of(), Optional.empty());
        }
        List<Member> members = new ArrayList<>();
        held.members.forEach((fingerprint, why) -> {
            Alert alert = alerts.get(lease.group().tenant() + "/" + fingerprint).latest();
            members.add(new Member(
                    fingerprint,
                    alert.labels(),
                    alert.state().active(),
                    alert.acknowledged().map(Alert.Acknowledgement::at).orElse(null),
                    why.isEmpty() ? null : why));
        });
        return new Contents(members, List.copyOf(held.told.values()), held.escalation);
    }

    @Override
    public synchronized List<Alert> alerts(String tenant, Collection<String> fingerprints, boolean asFired) {
        return fingerprints.stream()
                .map(fingerprint -> alerts.get(tenant + "/" + fingerprint))
                .filter(known -> known != null)
                .map(known -> asFired ? known.fired() : known.latest())
                .toList();
    }

    @Override
    public synchronized List<Labels> firing(String tenant) {
        return alerts.values().stream()
                .map(Known::latest)
                .filter(alert -> alert.tenant().equals(tenant) && alert.state().active())
                .map(Alert::labels)
                .toList();
    }

    @Override
    public synchronized void begin(Lease lease, Told told, Instant until) {
        Held held = own(lease);
        held.leaseUntil = until;
        held.told.put(told.receiver(), told);
    }

    @Override
    public synchronized void settle(Lease lease, Told told, Entry entry) {
        own(lease).told.put(told.receiver(), told);
        log.add(entry);
    }

    @Override
    public synchronized void close(Lease lease, Closing closing) {
        Held held = own(lease);
        log.addAll(closing.entries());
        held.members.replaceAll((fingerprint, why) -> closing.held().getOrDefault(fingerprint, ""));
        held.leaseUntil = null;
        held.escalation = closing.escalation();
        held.lookedAt = closing.at();
        held.interval = closing.interval();
        if (held.changes != lease.changes()) {
            held.dueAt = closing.at().plus(closing.interval());
            return;
        }
        log.addAll(closing.farewells());
        held.members.keySet().removeAll(closing.leaving());
        closing.leaving().forEach(fingerprint -> forget(lease.group().tenant(), fingerprint));
        held.routing = closing.routing();
        closing.dueAt().ifPresentOrElse(due -> held.dueAt = due, () -> groups.remove(lease.group()));
    }

    private void forget(String tenant, String fingerprint) {
        String key = tenant + "/" + fingerprint;
        boolean kept = groups.entrySet().stream()
                .anyMatch(one -> one.getKey().tenant().equals(tenant)
                        && one.getValue().members.containsKey(fingerprint));
        if (!kept
                && alerts.containsKey(key)
                && !alerts.get(key).latest().state().active()) {
            alerts.remove(key);
        }
    }

    @Override
    public synchronized void release(Lease lease) {
        Held held = groups.get(lease.group());
        if (held != null && held.fence == lease.fence()) {
            held.leaseUntil = null;
        }
    }

    @Override
    public synchronized Backlog backlog(Instant now) {
        List<Instant> due = groups.values().stream()
                .map(held -> held.dueAt)
                .filter(time -> !time.isAfter(now))
                .sorted()
                .toList();
        return new Backlog(due.size(), due.isEmpty() ? null : due.get(0));
    }

    private Held own(Lease lease) {
        Held held = groups.get(lease.group());
        if (held == null || held.fence != lease.fence()) {
            throw new Lease.Lost();
        }
        return held;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
