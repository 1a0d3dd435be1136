package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.kit.listing.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Groups of a tenant that no other test has, and what a contract does with them. */
abstract class GroupsOfATenant {
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static final Duration WAIT = Duration.ofSeconds(10);
    static final Duration INTERVAL = Duration.ofMinutes(1);
    static final Instant DUE = NOW.plus(WAIT);

    String tenant;

    protected abstract Groups groups();

    /** What the log has of a tenant. */
    protected abstract List<Entry> log(String ofTenant);

    @BeforeEach
    void anotherTenant() {
        tenant = "contract-" + UUID.randomUUID().toString().substring(0, 8);
    }

    Alert fires(String name, Instant at) {
        Alert alert = Firing.fires(tenant, Firing.labels(name), at);
        groups().note(
                        at,
                        List.of(alert),
                        Rerouting.placements(tenant, alert.fingerprint(), alert.labels(), Routing.STANDARD, at));
        return alert;
    }

    /** The group of this test, where it can be had: other tests' may be due too. */
    Optional<Lease> leased(Instant now) {
        return groups().lease(now, now.plusSeconds(60), 1000).stream()
                .filter(lease -> lease.group().tenant().equals(tenant))
                .findFirst();
    }

    static Told telling(Alert alert) {
        return Told.nothing("default")
                .trying(new Told.Attempt(TimeOrderedId.at(NOW), Set.of(alert.fingerprint()), Set.of(), true));
    }

    static Closing closing(Instant at, Set<String> leaving, Optional<Instant> due) {
        return new Closing(at, leaving, Map.of(), List.of(), List.of(), Optional.empty(), due, INTERVAL, 0);
    }

    Entry entry(Alert alert) {
        return new Entry(
                TimeOrderedId.at(NOW),
                tenant,
                NOW,
                "{}:{}",
                "default",
                Entry.Outcome.SENT,
                "first",
                null,
                List.of(alert.fingerprint()),
                null,
                1,
                0);
    }
}
