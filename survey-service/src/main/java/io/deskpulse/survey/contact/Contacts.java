package io.deskpulse.survey.contact;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where contacts are kept, encrypted. Every call belongs to the current transaction. */
public interface Contacts {
    /** Writes it over the one before. */
    Uni<Void> save(Contact contact);

    /** An address whose key is gone counts as none. */
    Uni<Optional<Contact>> find(String tenant, String customer);

    /** Deletes it for good; false where there is none. */
    Uni<Boolean> delete(String tenant, String customer);
}
