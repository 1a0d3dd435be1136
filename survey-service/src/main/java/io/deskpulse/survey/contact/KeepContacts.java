package io.deskpulse.survey.contact;

import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Keeps where customers can be written to. Thread-safe. */
@ApplicationScoped
public class KeepContacts {
    private final Contacts contacts;
    private final Addresses addresses;
    private final Transactions transactions;
    private final Clock clock;

    KeepContacts(Contacts contacts, Addresses addresses, Transactions transactions, Clock clock) {
        this.contacts = contacts;
        this.addresses = addresses;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether there is a key to encrypt with. */
    public boolean ready() {
        return addresses.ready();
    }

    /** Keeps a contact in place of the one before. */
    public Uni<Contact> put(
            String tenant,
            String customer,
            Optional<Address> email,
            Optional<Address> phone,
            Optional<String> language) {
        Contact contact = new Contact(tenant, customer, email, phone, language, now());
        return transactions.run(() -> contacts.save(contact)).replaceWith(contact);
    }

    /** Keeps one address of a customer; the other one stays. */
    public Uni<Contact> put(String tenant, String customer, Address address) {
        return transactions.run(() -> contacts.find(tenant, customer).chain(found -> {
            Contact contact = found.orElseGet(() ->
                            new Contact(tenant, customer, Optional.empty(), Optional.empty(), Optional.empty(), now()))
                    .with(address, now());
            return contacts.save(contact).replaceWith(contact);
        }));
    }

    public Uni<Optional<Contact>> find(String tenant, String customer) {
        return transactions.run(() -> contacts.find(tenant, customer));
    }

    /** Deletes it for good; false where there is none. */
    public Uni<Boolean> delete(String tenant, String customer) {
        return transactions.run(() -> contacts.delete(tenant, customer));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
