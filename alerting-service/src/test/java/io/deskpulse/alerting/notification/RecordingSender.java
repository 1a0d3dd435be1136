package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Receivers that write down what they are sent, and answer as they are told to. */
final class RecordingSender implements Sender {
    private final Clock clock;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<String> hearing = ConcurrentHashMap.newKeySet();
    private final Map<String, Function<Notification, Outcome>> answers = new ConcurrentHashMap<>();

    /** What came in, whatever was answered. */
    record Received(Instant at, Notification notification, Outcome answer) {
        boolean taken() {
            return answer instanceof Outcome.Sent;
        }
    }

    RecordingSender(Clock clock) {
        this.clock = clock;
    }

    void answer(String receiver, Function<Notification, Outcome> answer) {
        answers.put(receiver, answer);
    }

    void hearing(String receiver) {
        hearing.add(receiver);
    }

    @Override
    public boolean hearsAcknowledgements(String tenant, String receiver) {
        return hearing.contains(receiver);
    }

    List<Received> received() {
        return received;
    }

    @Override
    public Outcome send(Notification notification) {
        Outcome answer = new Outcome.Sent();
        try {
            answer = answers.getOrDefault(notification.receiver(), any -> new Outcome.Sent())
                    .apply(notification);
        } finally {
            // Whoever dies now has sent it.
            received.add(new Received(clock.instant(), notification, answer));
        }
        return answer;
    }

    @Override
    public boolean exists(String tenant, String receiver) {
        return true;
    }
}
