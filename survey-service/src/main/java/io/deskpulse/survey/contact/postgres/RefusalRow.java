package io.deskpulse.survey.contact.postgres;

import io.deskpulse.survey.contact.Refusal;
import io.deskpulse.survey.offer.Means;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A refusal as a row. */
@Entity(name = "RefusalRow")
@Table(name = "refusal")
class RefusalRow {
    @Id
    UUID id;

    String tenant;
    String means;
    String kind;
    String customer;
    String print;
    String cause;

    @Column(name = "noted_at")
    Instant notedAt;

    Refusal refusal() {
        return new Refusal(id, tenant, Means.ofWire(means), Refusal.Kind.ofWire(kind), customer, print, cause, notedAt);
    }
}
