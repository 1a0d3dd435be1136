package io.deskpulse.survey.outbox.postgres;

import io.deskpulse.survey.outbox.Message;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A waiting message as a row. */
@Entity(name = "MessageRow")
@Table(name = "outbox")
class MessageRow {
    /** Given by Postgres one by one, so that the order of ids is the order of inserts under one lock. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String tenant;

    @Column(name = "event_id")
    String eventId;

    String type;
    String subject;

    @Column(name = "occurred_at")
    Instant occurredAt;

    byte[] key;
    byte[] data;
    String trace;

    static MessageRow of(Message message) {
        MessageRow row = new MessageRow();
        row.tenant = message.tenant();
        row.eventId = message.id();
        row.type = message.type().wire();
        row.subject = message.subject();
        row.occurredAt = message.time();
        row.key = message.key();
        row.data = message.data();
        row.trace = message.trace();
        return row;
    }
}
