package io.deskpulse.survey.answer.postgres;

import io.deskpulse.survey.answer.Answers;
import io.deskpulse.survey.answer.GivenAnswer;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Answers in Postgres. */
@ApplicationScoped
class PostgresAnswers implements Answers, PanacheRepositoryBase<AnswerRow, AnswerRow.Key> {
    @Override
    public Uni<List<GivenAnswer>> of(UUID offer) {
        return list("offer", offer)
                .map(found -> found.stream().map(AnswerRow::given).toList());
    }
}
