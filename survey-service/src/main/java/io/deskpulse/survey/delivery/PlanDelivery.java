package io.deskpulse.survey.delivery;

import io.deskpulse.survey.contact.Addresses;
import io.deskpulse.survey.contact.Contacts;
import io.deskpulse.survey.offer.Handover;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.offer.Offer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Plans the sending of offers, in the transaction that makes them: neither is there without the other. Thread-safe. */
@ApplicationScoped
public class PlanDelivery implements Handover {
    private final Deliveries deliveries;
    private final Contacts contacts;
    private final Addresses addresses;
    private final DeliveryMeters meters;

    PlanDelivery(Deliveries deliveries, Contacts contacts, Addresses addresses, DeliveryMeters meters) {
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.addresses = addresses;
        this.meters = meters;
    }

    @Override
    public Uni<Void> handOver(Offer offer) {
        Means means = offer.circumstances().means();
        return print(offer, means)
                .chain(print -> deliveries.plan(planned(offer, means, print.orElse(null))))
                .invoke(() -> meters.planned(means));
    }

    private Uni<Optional<String>> print(Offer offer, Means means) {
        String customer = offer.context().customer();
        return customer == null
                ? Uni.createFrom().item(Optional.empty())
                : contacts.find(offer.tenant(), customer).map(found -> found.flatMap(contact -> contact.by(means))
                        .map(address -> addresses.prints(offer.tenant(), address))
                        .flatMap(PlanDelivery::newest));
    }

    private static Optional<String> newest(List<String> prints) {
        return prints.stream().findFirst();
    }

    private static Delivery planned(Offer offer, Means means, String print) {
        return new Delivery(
                offer.id(),
                offer.tenant(),
                offer.survey(),
                means,
                offer.context().customer(),
                print,
                Delivery.State.WAITING,
                0,
                offer.offeredAt(),
                offer.expiresAt(),
                null,
                offer.offeredAt(),
                null);
    }
}
