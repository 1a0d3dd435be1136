package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.oncall.Contacts;
import io.deskpulse.alerting.oncall.Escalating;
import io.deskpulse.alerting.oncall.Escalating.Trouble;
import io.deskpulse.alerting.oncall.Escalation;
import io.deskpulse.alerting.oncall.Paging;
import io.deskpulse.alerting.oncall.Policy;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.alerting.route.Route;
import io.deskpulse.alerting.route.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who is to be told of a group: the receiver of its route, or whoever its escalation has come to. Calls block. Thread-safe. */
@ApplicationScoped
class Recipients {
    private final Contacts contacts;
    private final Sender sender;

    Recipients(Contacts contacts, Sender sender) {
        this.contacts = contacts;
        this.sender = sender;
    }

    /**
     * Who, and what they may be told.
     *
     * @param held what is held back, with what is so for want of somebody to tell
     * @param again when that changes by time alone; empty where it does not
     * @param escalation as it stands afterwards
     * @param passed steps of it that reached nobody
     */
    record Turn(
            List<Recipient> recipients,
            View view,
            Map<String, Held> held,
            Optional<Instant> again,
            Optional<Escalation> escalation,
            List<Integer> passed) {}

    Turn of(Group group, Optional<Route> route, Contents contents, Map<String, Held> held, Instant now) {
        if (route.isPresent() && route.get().target() instanceof Target.ToPolicy to) {
            return contacts.policy(group.tenant(), to.id())
                    .map(policy -> escalated(route.get(), policy, contents, held, now))
                    .orElseGet(() -> unknown(to.id(), contents, held));
        }
        List<Recipient> recipients = route.stream()
                .map(found -> recipient(
                        group.tenant(),
                        found.target().id(),
                        Optional.of(found.pace().repeatInterval()),
                        0,
                        false))
                .toList();
        View view = View.of(contents, held, member -> member.acknowledged().isPresent());
        return new Turn(recipients, view, held, Optional.empty(), Optional.empty(), List.of());
    }

    /** Who was told before, but is not any more. */
    Recipient former(Group group, Told told) {
        return Recipient.former(told, sender.hearsAcknowledgements(group.tenant(), told.receiver()));
    }

    private Recipient recipient(String tenant, String receiver, Optional<Duration> repeat, int level, boolean page) {
        return new Recipient(receiver, repeat, level, sender.hearsAcknowledgements(tenant, receiver), page);
    }

    private Turn escalated(Route route, Policy policy, Contents contents, Map<String, Held> held, Instant now) {
        View view = View.of(contents, held, member -> member.acknowledged()
                .filter(at -> holds(policy, at, now))
                .isPresent());
        Paging paging = new Escalating(step -> contacts.receivers(policy.tenant(), step, now))
                .go(
                        contents.escalation(),
                        policy,
                        trouble(contents, view),
                        route.pace().repeatInterval(),
                        now);
        Stream<Instant> timeouts = policy.ackTimeout().stream().flatMap(timeout -> contents.members().stream()
                .filter(Member::active)
                .flatMap(member -> member.acknowledged().stream())
                .filter(at -> holds(policy, at, now))
                .map(timeout::addTo)
                .map(Instant::from));
        return new Turn(
                paging.receivers().stream()
                        .map(receiver ->
                                recipient(policy.tenant(), receiver, Optional.empty(), paging.level(), paging.page()))
                        .toList(),
                view,
                held,
                Stream.concat(paging.escalation().map(Escalation::nextAt).stream(), timeouts)
                        .min(Instant::compareTo),
                paging.escalation(),
                paging.passed());
    }

    private static boolean holds(Policy policy, Instant acknowledgedAt, Instant now) {
        return policy.ackTimeout()
                .map(timeout -> acknowledgedAt.plus(timeout).isAfter(now))
                .orElse(true);
    }

    private static Trouble trouble(Contents contents, View view) {
        if (contents.members().stream().noneMatch(Member::active)) {
            return Trouble.NONE;
        }
        if (!view.unattended()) {
            return Trouble.ATTENDED;
        }
        boolean fresh = view.firing().stream()
                .filter(alert -> !view.acknowledged().contains(alert))
                .anyMatch(alert -> contents.told().stream().noneMatch(told -> told.knows(alert)));
        return fresh ? Trouble.NEW : Trouble.UNATTENDED;
    }

    /** Nobody is lost: as soon as there is such a policy, it is told. */
    private static Turn unknown(String policy, Contents contents, Map<String, Held> held) {
        Map<String, Held> all = new HashMap<>(held);
        contents.members().stream()
                .filter(Member::active)
                .forEach(member -> all.putIfAbsent(member.fingerprint(), Held.firing("unknown-policy", policy)));
        View view = View.of(contents, all, member -> member.acknowledged().isPresent());
        return new Turn(List.of(), view, all, Optional.empty(), Optional.empty(), List.of());
    }
}
