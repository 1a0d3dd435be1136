package io.deskpulse.survey.contact;

import io.deskpulse.survey.offer.Means;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a customer can be written to. Immutable; tells addresses only masked.
 *
 * @param language BCP 47 tag of the language the customer reads
 */
public record Contact(
        String tenant,
        String customer,
        Optional<Address> email,
        Optional<Address> phone,
        Optional<String> language,
        Instant changedAt) {
    /** The address of this means. */
    public Optional<Address> by(Means means) {
        return switch (means) {
            case EMAIL -> email;
            case SMS -> phone;
            case WIDGET, LINK -> Optional.empty();
        };
    }

    /** The same with another address in place of the one of its means. */
    Contact with(Address address, Instant now) {
        return address.means() == Means.EMAIL
                ? new Contact(tenant, customer, Optional.of(address), phone, language, now)
                : new Contact(tenant, customer, email, Optional.of(address), language, now);
    }
}
