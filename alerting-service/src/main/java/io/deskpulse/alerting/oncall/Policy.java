package io.deskpulse.alerting.oncall;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who is told one after the other until somebody acknowledges. Immutable.
 *
 * @param id its name in addresses
 * @param revision grows with each change
 * @param repeat how often all steps are taken again once the last one was of no use
 * @param ackTimeout how long an acknowledgement holds; empty for as long as the alert fires
 */
public record Policy(
        String tenant, String id, long revision, List<Step> steps, int repeat, Optional<Duration> ackTimeout) {
    public Policy {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || repeat < 0) {
            throw new IllegalArgumentException("a policy has steps");
        }
    }

    /**
     * Some are told at once.
     *
     * @param pause until the next step
     */
    public record Step(List<Contact> contacts, Duration pause) {
        public Step {
            contacts = List.copyOf(contacts);
        }
    }

    /** Who is told. */
    public sealed interface Contact {
        /** Always the same. */
        record ByReceiver(String receiver) implements Contact {}

        /** Whoever is on call by a schedule. */
        record BySchedule(String schedule) implements Contact {}
    }
}
