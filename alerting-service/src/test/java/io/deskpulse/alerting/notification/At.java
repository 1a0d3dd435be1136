package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.matching.Matcher;
import io.deskpulse.alerting.matching.Matchers;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.alerting.silence.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A moment at which something happens. */
final class At {
    private final TimeLine line;
    private final Instant time;

    At(TimeLine line, Instant time) {
        this.line = line;
        this.time = time;
    }

    TimeLine fires(String name, String... labels) {
        return happens(() -> line.tell(Firing.fires(TimeLine.TENANT, Firing.labels(name, labels), time), name));
    }

    TimeLine resolves(String name) {
        return happens(() -> line.tell(Firing.ends(line.alert(name), time), name));
    }

    TimeLine acknowledges(String name) {
        return happens(() -> line.tell(Firing.acknowledged(line.alert(name), time), name));
    }

    TimeLine silences(String matcher, Duration length) {
        return happens(() -> line.silence(new Silence(
                UUID.randomUUID(),
                TimeLine.TENANT,
                new Matchers(List.of(Matcher.parse(matcher))),
                time,
                time.plus(length),
                "ann",
                "deploying",
                time,
                1)));
    }

    TimeLine routes(String document) {
        return happens(() -> {
            line.route(document);
            line.wake(time);
        });
    }

    /** An instance is killed after it has sent, before it has written that it did: its lease is left to end. */
    TimeLine diesAfterSending(String receiver) {
        return happens(() -> line.answers(receiver, new Function<>() {
            private boolean died;

            @Override
            public Sender.Outcome apply(Notification notification) {
                if (died) {
                    return new Sender.Outcome.Sent();
                }
                died = true;
                throw new TimeLine.Died();
            }
        }));
    }

    private TimeLine happens(Runnable what) {
        line.happens(time, what);
        return line;
    }
}
