package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.route.Pace;
import io.deskpulse.alerting.route.Route;
import io.deskpulse.alerting.route.Routing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a group whose time has come: what is held back and why, who is to be told what, telling them, and when to look again. Calls
 * block. Thread-safe.
 */
@ApplicationScoped
class FlushGroup {
    private final Groups groups;
    private final Situations situations;
    private final Recipients recipients;
    private final Delivery delivery;
    private final Rerouting rerouting;
    private final Clock clock;

    FlushGroup(
            Groups groups,
            Situations situations,
            Recipients recipients,
            Delivery delivery,
            Rerouting rerouting,
            Clock clock) {
        this.groups = groups;
        this.situations = situations;
        this.recipients = recipients;
        this.delivery = delivery;
        this.rerouting = rerouting;
        this.clock = clock;
    }

    /**
     * Looks at it once.
     *
     * @throws Lease.Lost where another has taken the group meanwhile
     */
    void flush(Lease lease) {
        Instant now = clock.instant();
        Contents contents = groups.contents(lease);
        Situation situation = situations.of(lease.group(), now);
        Routing routing = situation.routing();
        if (lease.routing() != routing.version()) {
            rerouting.place(lease.group().tenant(), contents, routing, now);
        }
        Map<String, Held> held = Stages.hold(contents.members(), situation);
        Recipients.Turn turn = recipients.of(lease.group(), situation.route(), contents, held, now);
        Pace pace = situation.route().map(Route::pace).orElse(Pace.STANDARD);
        Wrapping wrapping = new Wrapping(lease, contents, turn.held(), pace, now);
        List<Told> told = new ArrayList<>();
        for (Recipient recipient : turn.recipients()) {
            told.add(tell(lease, contents.told(recipient.receiver()), turn.view(), recipient, pace, wrapping));
        }
        for (Told former : contents.told()) {
            if (told.stream().noneMatch(one -> one.receiver().equals(former.receiver()))) {
                told.add(tell(
                        lease,
                        former,
                        turn.view().knownOnly(),
                        recipients.former(lease.group(), former),
                        pace,
                        wrapping));
            }
        }
        groups.close(lease, wrapping.closing(told, turn, routing.version()));
    }

    private Told tell(Lease lease, Told before, View view, Recipient recipient, Pace pace, Wrapping wrapping) {
        Told after = before;
        if (Deduplication.decide(before, view, recipient, clock.instant()) instanceof Decision.Tell what) {
            after = delivery.tell(lease, before, what, recipient, pace, view.acknowledged());
        }
        // Once told, a step of an escalation has had its turn.
        wrapping.again(next(after, view, recipient.told()));
        return after;
    }

    private Optional<Instant> next(Told told, View view, Recipient recipient) {
        Instant now = clock.instant();
        return Deduplication.decide(told, view, recipient, now) instanceof Decision.Wait wait
                ? wait.again()
                : Optional.of(now);
    }
}
