package io.deskpulse.survey.answer.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.survey.answer.GivenAnswer;
import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.document.AnswerReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An answer as a row, to be read; {@link PostgresSheets} writes them. */
@Entity(name = "AnswerRow")
@Table(name = "answer")
@IdClass(AnswerRow.Key.class)
class AnswerRow {
    /** Its key. */
    record Key(UUID offer, String question) implements Serializable {}

    @Id
    UUID offer;

    @Id
    String question;

    int revision;

    /** Null once it was withdrawn. */
    @JdbcTypeCode(SqlTypes.JSON)
    String answer;

    @Column(name = "answered_at")
    Instant answeredAt;

    GivenAnswer given() {
        Optional<Answer> there = Optional.ofNullable(answer).map(json -> AnswerReader.read(json.getBytes(UTF_8)));
        return new GivenAnswer(offer, question, revision, there, answeredAt);
    }
}
