package io.deskpulse.survey.contact;

import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.offer.Obstacle;
import io.deskpulse.survey.offer.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Keeps offers from people who have no address, do not get what is sent there, or do not want it. Thread-safe. */
@ApplicationScoped
public class ReachByContact implements Reach {
    private static final Obstacle NO_CONTACT =
            new Obstacle("no-contact", "No address of this customer is known for this means.", "没有此客户在该渠道的联系方式。");
    private static final Obstacle UNREACHABLE =
            new Obstacle("unreachable", "Messages to this address do not arrive.", "发往此地址的消息无法送达。");
    private static final Obstacle UNSUBSCRIBED =
            new Obstacle("unsubscribed", "The customer does not want to be asked by this means.", "客户不希望通过该渠道被询问。");

    private final Contacts contacts;
    private final Addresses addresses;
    private final Refusals refusals;

    ReachByContact(Contacts contacts, Addresses addresses, Refusals refusals) {
        this.contacts = contacts;
        this.addresses = addresses;
        this.refusals = refusals;
    }

    @Override
    public Uni<Optional<Obstacle>> obstacle(String tenant, String customer, Means means) {
        return switch (means) {
            case WIDGET, LINK -> Uni.createFrom().item(Optional.empty());
            case EMAIL, SMS ->
                customer == null ? Uni.createFrom().item(Optional.of(NO_CONTACT)) : written(tenant, customer, means);
        };
    }

    private Uni<Optional<Obstacle>> written(String tenant, String customer, Means means) {
        return contacts.find(tenant, customer)
                .map(found -> found.flatMap(contact -> contact.by(means)))
                .chain(address -> refusals.of(tenant, means, customer, prints(tenant, address))
                        .map(refusal -> refusal.map(ReachByContact::obstacle)
                                .or(() -> address.isPresent() ? Optional.empty() : Optional.of(NO_CONTACT))));
    }

    private List<String> prints(String tenant, Optional<Address> address) {
        return address.map(known -> addresses.prints(tenant, known)).orElse(List.of());
    }

    private static Obstacle obstacle(Refusal.Kind kind) {
        return kind == Refusal.Kind.UNSUBSCRIBED ? UNSUBSCRIBED : UNREACHABLE;
    }
}
