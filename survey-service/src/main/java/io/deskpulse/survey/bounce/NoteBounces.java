package io.deskpulse.survey.bounce;

import io.deskpulse.survey.contact.Addresses;
import io.deskpulse.survey.contact.Contacts;
import io.deskpulse.survey.contact.Refusal;
import io.deskpulse.survey.contact.Refusals;
import io.deskpulse.survey.delivery.Deliveries;
import io.deskpulse.survey.identity.Identities;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Takes reports of what did not arrive or is not wanted, so that nothing more is sent there. Thread-safe. */
@ApplicationScoped
public class NoteBounces {
    private final Refusals refusals;
    private final Contacts contacts;
    private final Addresses addresses;
    private final Deliveries deliveries;
    private final Transactions transactions;
    private final Identities identities;
    private final MeterRegistry meters;
    private final Clock clock;

    private record Who(String customer, String print) {}

    NoteBounces(
            Refusals refusals,
            Contacts contacts,
            Addresses addresses,
            Deliveries deliveries,
            Transactions transactions,
            Identities identities,
            MeterRegistry meters,
            Clock clock) {
        this.refusals = refusals;
        this.contacts = contacts;
        this.addresses = addresses;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.identities = identities;
        this.meters = meters;
        this.clock = clock;
    }

    /** Notes a bounce; says whether somebody is marked by it, now or before. Empty where there was no such message. */
    public Uni<Optional<Boolean>> note(String tenant, Bounce bounce) {
        meters.counter(
                        "deskpulse.survey.bounces",
                        "means",
                        bounce.means().wire(),
                        "kind",
                        bounce.kind().name().toLowerCase(Locale.ROOT))
                .increment();
        return transactions.run(() -> who(tenant, bounce)
                .chain(who -> who.map(known -> mark(tenant, bounce, known).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    public Uni<List<Refusal>> list(String tenant, Optional<UUID> before, int most) {
        return transactions.run(() -> refusals.list(tenant, before, most));
    }

    /** Lets somebody be written to again; false where nothing of this id is noted. */
    public Uni<Boolean> clear(String tenant, UUID id) {
        return transactions.run(() -> refusals.clear(tenant, id));
    }

    /** What fails once may arrive the next time: it marks nobody. */
    private Uni<Boolean> mark(String tenant, Bounce bounce, Who who) {
        if (bounce.kind() == Bounce.Kind.SOFT) {
            return Uni.createFrom().item(false);
        }
        Refusal.Kind kind =
                bounce.kind() == Bounce.Kind.COMPLAINT ? Refusal.Kind.UNSUBSCRIBED : Refusal.Kind.UNREACHABLE;
        return refusals.note(new Refusal(
                        identities.next(),
                        tenant,
                        bounce.means(),
                        kind,
                        who.customer(),
                        who.print(),
                        bounce.reason(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .replaceWith(true);
    }

    private Uni<Optional<Who>> who(String tenant, Bounce bounce) {
        if (bounce.about() instanceof Bounce.OfMessage message) {
            return deliveries.find(message.offer()).map(found -> found.filter(
                            delivery -> delivery.tenant().equals(tenant) && delivery.means() == bounce.means())
                    .map(delivery -> new Who(delivery.customer(), delivery.print())));
        }
        if (bounce.about() instanceof Bounce.OfAddress of) {
            return Uni.createFrom()
                    .item(Optional.of(
                            new Who(null, addresses.prints(tenant, of.address()).get(0))));
        }
        String customer = ((Bounce.OfCustomer) bounce.about()).customer();
        return print(tenant, customer, bounce.means()).map(print -> Optional.of(new Who(customer, print.orElse(null))));
    }

    private Uni<Optional<String>> print(String tenant, String customer, Means means) {
        return contacts.find(tenant, customer).map(found -> found.flatMap(contact -> contact.by(means))
                .flatMap(address -> addresses.prints(tenant, address).stream().findFirst()));
    }
}
