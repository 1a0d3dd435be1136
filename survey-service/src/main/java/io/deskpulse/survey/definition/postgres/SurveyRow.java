package io.deskpulse.survey.definition.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.survey.definition.Standing;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.document.DefinitionReader;
import io.deskpulse.survey.definition.document.DefinitionWriter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A survey as a row. */
@Entity(name = "SurveyRow")
@Table(name = "survey")
class SurveyRow {
    @Id
    UUID id;

    String tenant;
    String name;

    @Enumerated(EnumType.STRING)
    Survey.State state;

    long revision;

    @Column(name = "published_version")
    int publishedVersion;

    /** The trigger it is published under, which may not be that of the definition being worked on. */
    @Column(name = "trigger_key")
    String trigger;

    @JdbcTypeCode(SqlTypes.JSON)
    String definition;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    static SurveyRow of(Survey survey) {
        SurveyRow row = new SurveyRow();
        row.id = survey.id();
        row.tenant = survey.tenant();
        row.createdAt = survey.createdAt();
        row.take(survey);
        return row;
    }

    /** Takes over what changes. */
    void take(Survey survey) {
        name = survey.definition().name();
        state = survey.state();
        revision = survey.revision();
        publishedVersion = survey.publishedVersion();
        definition = DefinitionWriter.write(survey.definition()).toString();
        changedAt = survey.changedAt();
    }

    Survey survey() {
        return new Survey(
                id,
                tenant,
                state,
                revision,
                publishedVersion,
                DefinitionReader.read(definition.getBytes(UTF_8)),
                createdAt,
                changedAt);
    }

    Standing standing() {
        return new Standing(id, state, publishedVersion);
    }
}
