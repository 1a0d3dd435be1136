package io.deskpulse.survey.offer.postgres;

import io.deskpulse.survey.offer.Context;
import io.deskpulse.survey.offer.Decision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A decision as a row; written by {@link PostgresDecisions}. */
@Entity(name = "DecisionRow")
@Table(name = "decision")
@IdClass(DecisionRow.Key.class)
class DecisionRow {
    /** Its key. */
    record Key(UUID survey, String subject) implements Serializable {}

    @Id
    UUID survey;

    @Id
    String subject;

    String tenant;
    String conversation;
    String customer;
    String episode;
    String asked;
    String reason;

    /** JSON, but nothing searches it. */
    String steps;

    int times;

    @Column(name = "decided_at")
    Instant decidedAt;

    Decision decision() {
        return new Decision(
                tenant,
                survey,
                new Context(conversation, customer, null, null),
                episode,
                asked,
                reason,
                steps,
                times,
                decidedAt);
    }
}
