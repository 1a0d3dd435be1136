package io.deskpulse.survey.definition.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.Survey;
import io.deskpulse.survey.definition.document.DefinitionReader;
import io.deskpulse.survey.definition.document.DefinitionWriter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A published version as a row; only ever inserted. */
@Entity(name = "VersionRow")
@Table(name = "survey_version")
@IdClass(VersionRow.Key.class)
class VersionRow {
    /** Its key. */
    record Key(UUID survey, int version) implements Serializable {}

    @Id
    UUID survey;

    @Id
    int version;

    String tenant;

    @JdbcTypeCode(SqlTypes.JSON)
    String definition;

    @Column(name = "published_at")
    Instant publishedAt;

    static VersionRow of(Survey survey) {
        VersionRow row = new VersionRow();
        row.survey = survey.id();
        row.version = survey.publishedVersion();
        row.tenant = survey.tenant();
        row.definition = DefinitionWriter.write(survey.definition()).toString();
        row.publishedAt = survey.changedAt();
        return row;
    }

    PublishedVersion published() {
        return new PublishedVersion(survey, version, DefinitionReader.read(definition.getBytes(UTF_8)), publishedAt);
    }
}
