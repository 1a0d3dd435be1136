package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.AlertTraces;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.kit.tracing.Step;
import io.deskpulse.kit.tracing.Tracing;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Traces what receivers are told: it follows from the decision over the alert of the group that was decided first, and is linked to the others. Calls block;
 * thread-safe.
 */
@Singleton
class TracedTelling {
    private final Tracing tracing;
    private final AlertTraces traces;

    TracedTelling(Tracing tracing, AlertTraces traces) {
        this.tracing = tracing;
        this.traces = traces;
    }

    /** Sends, as part of the traces of its alerts. */
    Sender.Outcome send(Notification notification, Decision.Tell what, Function<Notification, Sender.Outcome> sender) {
        Step step = tracing.on() ? begin(notification, what) : Step.NONE;
        Sender.Outcome outcome = step.during(() -> sender.apply(notification));
        if (outcome instanceof Sender.Outcome.Retry retry) {
            step.failed(retry.reason());
        } else if (outcome instanceof Sender.Outcome.Refused refused) {
            step.failed(refused.reason());
        }
        step.end();
        return outcome;
    }

    private Step begin(Notification notification, Decision.Tell what) {
        List<String> headers = new ArrayList<>(traces.of(
                notification.tenant(),
                Stream.concat(what.firing().stream(), what.ended().stream()).toList()));
        if (headers.isEmpty()) {
            return Step.NONE;
        }
        Step step = tracing.step(headers.remove(0), "notify receiver")
                .with("deskpulse.tenant", notification.tenant())
                .with("deskpulse.receiver", notification.receiver())
                .with("deskpulse.notification", notification.id())
                .with("deskpulse.alerts", notification.alerts().size());
        headers.forEach(step::linked);
        return step;
    }
}
