package io.deskpulse.survey.definition.postgres;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table of surveys. */
@ApplicationScoped
class SurveyRows implements PanacheRepositoryBase<SurveyRow, UUID> {}
