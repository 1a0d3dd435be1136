package io.deskpulse.alerting.oncall.document;

import io.deskpulse.alerting.oncall.Known;
import io.deskpulse.alerting.oncall.Policy;
import io.deskpulse.alerting.rule.document.Durations;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an escalation policy. What is wrong is an InvalidMember that points to it. Stateless. */
public final class PolicyReader {
    private static final int MOST_STEPS = 20;
    private static final int MOST_CONTACTS = 20;
    private static final int MOST_ROUNDS = 9;
    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofDays(7);

    private PolicyReader() {}

    public static Policy read(String tenant, String id, long revision, byte[] body, Known known) {
        // An answer of ours can be sent back as it is.
        Members members = Members.of(body).only(Set.of("id", "steps", "repeat", "ackTimeout", "revision"));
        List<Policy.Step> steps = members.objects("steps", step -> step(step, known));
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new InvalidMember(members.at("steps"), "Give 1 to " + MOST_STEPS + " steps.");
        }
        int repeat = members.integer("repeat").orElse(0);
        if (repeat < 0 || repeat > MOST_ROUNDS) {
            throw new InvalidMember(members.at("repeat"), "Send 0 to " + MOST_ROUNDS + ".");
        }
        return new Policy(tenant, id, revision, steps, repeat, span(members, "ackTimeout"));
    }

    private static Policy.Step step(Members step, Known known) {
        step.only(Set.of("notify", "wait"));
        List<Policy.Contact> contacts = step.objects("notify", contact -> contact(contact, known));
        if (contacts.isEmpty() || contacts.size() > MOST_CONTACTS) {
            throw new InvalidMember(step.at("notify"), "Name 1 to " + MOST_CONTACTS + " receivers or schedules.");
        }
        return new Policy.Step(contacts, step.required("wait", span(step, "wait")));
    }

    private static Policy.Contact contact(Members contact, Known known) {
        contact.only(Set.of("receiver", "schedule"));
        Optional<String> receiver = known.receiver(contact, "receiver");
        Optional<String> schedule = known.schedule(contact, "schedule");
        if (receiver.isPresent() == schedule.isPresent()) {
            throw new InvalidMember(contact.pointer(), "Name a receiver or a schedule.");
        }
        return receiver.<Policy.Contact>map(Policy.Contact.ByReceiver::new)
                .orElseGet(() -> new Policy.Contact.BySchedule(schedule.orElseThrow()));
    }

    private static Optional<Duration> span(Members members, String name) {
        return members.parsed(
                name,
                text -> Durations.read(text)
                        .filter(span -> span.compareTo(LEAST) >= 0 && span.compareTo(MOST) <= 0)
                        .orElseThrow(),
                "Send a length of time from 10s to 7d, such as 5m.");
    }
}
