package io.deskpulse.alerting.oncall;

import io.deskpulse.alerting.oncall.document.PolicyReader;
import io.deskpulse.alerting.oncall.document.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds whom a policy reaches. Calls block. Thread-safe. */
@ApplicationScoped
public class Contacts {
    private final Documents documents;
    private final Substitutions substitutions;

    public Contacts(Documents documents, Substitutions substitutions) {
        this.documents = documents;
        this.substitutions = substitutions;
    }

    public Optional<Policy> policy(String tenant, String id) {
        return documents
                .find(tenant, Documents.Kind.POLICY, id)
                .map(found -> PolicyReader.read(tenant, id, found.revision(), bytes(found), Known.ANYTHING));
    }

    /** A schedule with those who stand in between two moments. */
    public Optional<Roster> roster(String tenant, String id, Instant from, Instant to) {
        return documents
                .find(tenant, Documents.Kind.SCHEDULE, id)
                .map(found -> new Roster(
                        ScheduleReader.read(tenant, id, found.revision(), bytes(found), Known.ANYTHING),
                        substitutions.between(tenant, id, from, to)));
    }

    /** The receivers of a step at a moment, each once; none where nobody is on call. */
    public List<String> receivers(String tenant, Policy.Step step, Instant moment) {
        return step.contacts().stream()
                .flatMap(contact -> receivers(tenant, contact, moment))
                .distinct()
                .toList();
    }

    private Stream<String> receivers(String tenant, Policy.Contact contact, Instant moment) {
        if (contact instanceof Policy.Contact.ByReceiver by) {
            return Stream.of(by.receiver());
        }
        String schedule = ((Policy.Contact.BySchedule) contact).schedule();
        return roster(tenant, schedule, moment, moment)
                .flatMap(roster -> roster.at(moment))
                .map(Shift.OnCall::receiver)
                .stream();
    }

    private static byte[] bytes(Documents.Document document) {
        return document.json().getBytes(StandardCharsets.UTF_8);
    }
}
