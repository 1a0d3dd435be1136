package io.deskpulse.survey.delivery.postgres;

import io.deskpulse.survey.delivery.Delivery;
import io.deskpulse.survey.offer.Means;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A delivery as a row. */
@Entity(name = "DeliveryRow")
@Table(name = "delivery")
class DeliveryRow {
    @Id
    UUID offer;

    String tenant;
    UUID survey;
    String means;
    String customer;
    String print;
    String state;
    int attempts;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    String reason;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    Delivery delivery() {
        return new Delivery(
                offer,
                tenant,
                survey,
                Means.ofWire(means),
                customer,
                print,
                Delivery.State.valueOf(state.toUpperCase(Locale.ROOT)),
                attempts,
                dueAt,
                expiresAt,
                reason,
                plannedAt,
                endedAt);
    }
}
