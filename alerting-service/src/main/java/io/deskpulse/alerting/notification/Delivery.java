package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.alerting.route.Pace;
import io.deskpulse.kit.listing.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Tells one receiver, one try: writes what it is about to send, sends, writes what came of it. Whoever dies in between leaves a doubtful
 * attempt, which is made again. Calls block. Thread-safe.
 */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final List<String> SEVERITIES = List.of("critical", "warning", "info");

    private final Groups groups;
    private final Sender sender;
    private final TracedTelling traced;
    private final NotificationMeters meters;
    private final NotificationSettings settings;
    private final Clock clock;
    private final Pauses pauses;

    Delivery(
            Groups groups,
            Sender sender,
            TracedTelling traced,
            NotificationMeters meters,
            NotificationSettings settings,
            Clock clock) {
        this.traced = traced;
        this.groups = groups;
        this.sender = sender;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
        this.pauses = new Pauses(settings, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** What the receiver knows afterwards; {@code attended} are the alerts of the group that somebody takes care of. */
    Told tell(Lease lease, Told before, Decision.Tell what, Recipient recipient, Pace pace, Set<String> attended) {
        Told trying = before.trying(attempt(before, what));
        groups.begin(lease, trying, clock.instant().plus(settings.lease()));
        Content content = content(lease.group().tenant(), what);
        Notification notification = new Notification(
                trying.attempt().id().toString(),
                lease.group().tenant(),
                recipient.receiver(),
                lease.group().key(),
                lease.group().labels(),
                content.alerts(),
                content.truncated(),
                recipient.level());
        Sender.Outcome outcome = traced.send(notification, what, this::send);
        Instant now = clock.instant();
        Told after = after(trying, outcome, pace, attended, now);
        groups.settle(lease, after, entry(lease, trying, what, recipient, outcome, now));
        meters.tried(outcome);
        if (outcome instanceof Sender.Outcome.Sent) {
            content.alerts().forEach(alert -> meters.told(alert, before, now));
        }
        return after;
    }

    private Told.Attempt attempt(Told before, Decision.Tell what) {
        boolean same = before.attempt() != null && before.attempt().says(what.firing(), what.ended());
        UUID id = same ? before.attempt().id() : TimeOrderedId.at(clock.instant());
        return new Told.Attempt(id, what.firing(), what.ended(), true);
    }

    private Sender.Outcome send(Notification notification) {
        try {
            return sender.send(notification);
        } catch (RuntimeException e) {
            LOG.warnf("A receiver's sender failed: %s", e.getClass().getName());
            return new Sender.Outcome.Retry("unexpected", Optional.empty());
        }
    }

    private Told after(Told trying, Sender.Outcome outcome, Pace pace, Set<String> attended, Instant now) {
        int failures = trying.failures() + 1;
        if (outcome instanceof Sender.Outcome.Retry retry) {
            return trying.failed(Doubt.left(retry), now.plus(pauses.retry(failures, retry.after())));
        }
        return outcome instanceof Sender.Outcome.Refused
                ? trying.failed(false, now.plus(pauses.refused(failures, pace.groupInterval(), pace.repeatInterval())))
                : trying.sent(now, attended);
    }

    private record Content(List<Alert> alerts, int truncated) {}

    /** What fires comes first, as it was when it fired last: what ends while this is read, or ended while it was in doubt, is told so later. */
    private Content content(String tenant, Decision.Tell what) {
        List<Alert> alerts = new ArrayList<>(sorted(groups.alerts(tenant, what.firing(), true)));
        alerts.addAll(sorted(groups.alerts(tenant, what.ended(), false)));
        int most = Math.min(alerts.size(), settings.alerts());
        return new Content(alerts.subList(0, most), alerts.size() - most);
    }

    /** The worst first, then what has fired longest, then by labels. */
    private static List<Alert> sorted(List<Alert> alerts) {
        return alerts.stream()
                .sorted(Comparator.comparingInt(Delivery::severity)
                        .thenComparing(Alert::startedAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(alert -> alert.labels().values().toString()))
                .toList();
    }

    private static int severity(Alert alert) {
        int place = SEVERITIES.indexOf(alert.labels().get(Labels.SEVERITY));
        return place < 0 ? SEVERITIES.size() : place;
    }

    private static Entry entry(
            Lease lease, Told trying, Decision.Tell what, Recipient recipient, Sender.Outcome outcome, Instant now) {
        Entry.Outcome came = Entry.Outcome.SENT;
        String reason = what.reason();
        String detail = null;
        if (outcome instanceof Sender.Outcome.Retry retry) {
            came = Entry.Outcome.RETRY;
            detail = what.reason();
            reason = retry.reason();
        } else if (outcome instanceof Sender.Outcome.Refused refused) {
            came = Entry.Outcome.FAILED;
            detail = what.reason();
            reason = refused.reason();
        }
        return new Entry(
                TimeOrderedId.at(now),
                lease.group().tenant(),
                now,
                lease.group().key(),
                recipient.receiver(),
                came,
                reason,
                detail,
                Stream.concat(what.firing().stream(), what.ended().stream())
                        .sorted()
                        .toList(),
                trying.attempt().id(),
                trying.failures() + 1,
                recipient.level());
    }
}
