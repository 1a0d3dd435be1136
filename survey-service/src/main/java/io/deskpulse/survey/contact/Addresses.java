package io.deskpulse.survey.contact;

import io.deskpulse.kit.secret.KeyFile;
import io.deskpulse.kit.secret.Vault;
import io.deskpulse.survey.offer.Means;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Addresses as they are kept. Thread-safe. */
@Singleton
public class Addresses {
    private final Vault vault;

    Addresses(ContactSettings settings) {
        this.vault = new Vault(new KeyFile("Keys of contacts", settings.keys()));
    }

    /** Whether addresses can be kept at all. */
    public boolean ready() {
        return vault.ready();
    }

    public String seal(String tenant, String customer, Address address) {
        return vault.seal(place(tenant, customer, address.means()), address.value());
    }

    public Optional<Address> open(String tenant, String customer, Means means, String sealed) {
        return vault.open(place(tenant, customer, means), sealed).map(value -> new Address(means, value));
    }

    /** What the address is recognised by among those that cannot be reached: by every key, the newest first. */
    public List<String> prints(String tenant, Address address) {
        return vault.prints(tenant + "\n" + address.means().wire(), address.folded());
    }

    /** A sealed address moved to another customer cannot be opened. */
    private static String place(String tenant, String customer, Means means) {
        return tenant + "\n" + customer + "\n" + means.wire();
    }
}
