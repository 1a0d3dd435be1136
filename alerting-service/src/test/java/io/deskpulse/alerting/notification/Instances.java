package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.oncall.Contacts;
import io.deskpulse.alerting.oncall.MemoryOnCall;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Sender;
import io.deskpulse.kit.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Instances of the service that share a store and tell the groups of one tenant to a receiver that does as the test says. */
final class Instances {
    private final Groups groups;
    private final NotificationLog log;
    private final String tenant;
    private final StillClock clock;
    private final List<Dispatcher> started = new ArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    Instances(Groups groups, NotificationLog log, String tenant, StillClock clock) {
        this.groups = groups;
        this.log = log;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** The groups that were told, each time that they were. */
    List<String> sent() {
        return sent;
    }

    /** Starts one more. */
    Dispatcher start(Consumer<Notification> during) {
        NotificationMeters meters = new NotificationMeters(new SimpleMeterRegistry(), clock);
        Dispatcher instance =
                new Dispatcher(groups, flush(during), log, meters, TestSettings.standard(), new Bell(), clock);
        started.add(instance);
        instance.start();
        return instance;
    }

    /** What one of them does with a group that it has taken. */
    FlushGroup flush(Consumer<Notification> during) {
        NotificationMeters meters = new NotificationMeters(new SimpleMeterRegistry(), clock);
        Sender sender = new Sender() {
            @Override
            public Outcome send(Notification notification) {
                if (notification.tenant().equals(tenant)) {
                    sent.add(notification.groupKey());
                    during.accept(notification);
                }
                return new Outcome.Sent();
            }

            @Override
            public boolean exists(String anyTenant, String receiver) {
                return true;
            }
        };
        MemoryOnCall onCall = new MemoryOnCall();
        return new FlushGroup(
                groups,
                new Situations(groups, new FixedRouting(), (any, moment) -> List.of()),
                new Recipients(new Contacts(onCall, onCall), sender),
                new Delivery(
                        groups, sender, new TracedTelling(Tracing.OFF, null), meters, TestSettings.standard(), clock),
                new Rerouting(groups),
                clock);
    }

    void stop() throws InterruptedException {
        for (Dispatcher instance : started) {
            instance.stop();
        }
    }
}
