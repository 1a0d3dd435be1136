package io.deskpulse.survey.answer.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.survey.answer.GivenAnswer;
import io.deskpulse.survey.answer.Sheets;
import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.document.AnswerReader;
import io.deskpulse.survey.episode.EpisodeFacts;
import io.deskpulse.survey.offer.Circumstances;
import io.deskpulse.survey.offer.Context;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.offer.Offer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An offer and its answers as one row. */
final class SheetRow {
    static final String SELECT =
            """
            select o.id, o.tenant, o.survey, o.version, o.conversation, o.customer, o.channel, o.language, o.token,
                   o.offered_at, o.expires_at, o.shown_at, o.finished_at, o.means, o.stratum, o.weight,
                   o.episode, o.outcome, o.handler, o.scene, o.segment, o.variant, o.region, o.topic, o.changes,
                   (select json_agg(json_build_object('question', a.question, 'revision', a.revision, 'answer', a.answer,
                                                      'at', a.answered_at)) from answer a where a.offer = o.id)
            from offer o where o.id = any ($1)""";

    private SheetRow() {}

    static Sheets.Sheet sheet(Row row) {
        UUID id = row.getUUID(0);
        Offer offer = new Offer(
                id,
                row.getString(1),
                row.getUUID(2),
                row.getInteger(3),
                new Context(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
                row.getString(8),
                instant(row, 9),
                instant(row, 10),
                instant(row, 11),
                instant(row, 12),
                new Circumstances(Means.ofWire(row.getString(13)), row.getString(14), row.getDouble(15), facts(row)));
        return new Sheets.Sheet(offer, row.getInteger(24), given(id, (JsonArray) row.getValue(25)));
    }

    private static EpisodeFacts facts(Row row) {
        return new EpisodeFacts(
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                row.getString(22),
                row.getString(23));
    }

    private static List<GivenAnswer> given(UUID offer, JsonArray answers) {
        List<GivenAnswer> given = new ArrayList<>();
        for (int i = 0; answers != null && i < answers.size(); i++) {
            JsonObject one = answers.getJsonObject(i);
            Optional<Answer> answer = Optional.ofNullable(one.getJsonObject("answer"))
                    .map(json -> AnswerReader.read(json.encode().getBytes(UTF_8)));
            given.add(new GivenAnswer(
                    offer,
                    one.getString("question"),
                    one.getInteger("revision"),
                    answer,
                    OffsetDateTime.parse(one.getString("at")).toInstant()));
        }
        return given;
    }

    private static Instant instant(Row row, int column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
