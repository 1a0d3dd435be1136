package io.deskpulse.survey.contact.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A contact as a row; its addresses are sealed. */
@Entity(name = "ContactRow")
@Table(name = "contact")
@IdClass(ContactRow.Key.class)
class ContactRow {
    /** Its key. */
    record Key(String tenant, String customer) implements Serializable {}

    @Id
    String tenant;

    @Id
    String customer;

    String email;
    String phone;
    String language;

    @Column(name = "changed_at")
    Instant changedAt;
}
