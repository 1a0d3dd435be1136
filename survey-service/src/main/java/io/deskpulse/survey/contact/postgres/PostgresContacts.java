package io.deskpulse.survey.contact.postgres;

import io.deskpulse.survey.contact.Address;
import io.deskpulse.survey.contact.Addresses;
import io.deskpulse.survey.contact.Contact;
import io.deskpulse.survey.contact.Contacts;
import io.deskpulse.survey.offer.Means;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;

/** Contacts in Postgres. */
@ApplicationScoped
class PostgresContacts implements Contacts, PanacheRepositoryBase<ContactRow, ContactRow.Key> {
    private static final String SAVE =
            """
            insert into contact (tenant, customer, email, phone, language, changed_at)
            values (:tenant, :customer, :email, :phone, :language, :changedAt)
            on conflict (tenant, customer) do update
            set email = excluded.email, phone = excluded.phone, language = excluded.language, changed_at = excluded.changed_at""";

    private final Addresses addresses;

    PostgresContacts(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Uni<Void> save(Contact contact) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SAVE)
                        .setParameter("tenant", contact.tenant())
                        .setParameter("customer", contact.customer())
                        .setParameter("email", sealed(contact, contact.email()))
                        .setParameter("phone", sealed(contact, contact.phone()))
                        .setParameter("language", contact.language().orElse(null))
                        .setParameter("changedAt", contact.changedAt().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Contact>> find(String tenant, String customer) {
        return findById(new ContactRow.Key(tenant, customer))
                .map(row -> Optional.ofNullable(row).map(this::contact));
    }

    @Override
    public Uni<Boolean> delete(String tenant, String customer) {
        return delete("tenant = ?1 and customer = ?2", tenant, customer).map(deleted -> deleted > 0);
    }

    private String sealed(Contact contact, Optional<Address> address) {
        return address.map(known -> addresses.seal(contact.tenant(), contact.customer(), known))
                .orElse(null);
    }

    private Contact contact(ContactRow row) {
        return new Contact(
                row.tenant,
                row.customer,
                opened(row, Means.EMAIL, row.email),
                opened(row, Means.SMS, row.phone),
                Optional.ofNullable(row.language),
                row.changedAt);
    }

    private Optional<Address> opened(ContactRow row, Means means, String sealed) {
        return Optional.ofNullable(sealed).flatMap(text -> addresses.open(row.tenant, row.customer, means, text));
    }
}
