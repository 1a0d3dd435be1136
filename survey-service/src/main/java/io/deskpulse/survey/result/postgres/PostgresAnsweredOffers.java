package io.deskpulse.survey.result.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.document.AnswerReader;
import io.deskpulse.survey.result.Dimension;
import io.deskpulse.survey.result.ResultSettings;
import io.deskpulse.survey.result.Selection;
import io.deskpulse.survey.result.TooMuch;
import io.deskpulse.survey.result.export.AnsweredOffer;
import io.deskpulse.survey.result.export.AnsweredOffers;
import io.deskpulse.survey.transaction.postgres.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Offers with their answers, found by their key: a part far down the list costs what the first does. Thread-safe. */
@ApplicationScoped
class PostgresAnsweredOffers implements AnsweredOffers {
    private static final String DIMENSIONS = Arrays.stream(Dimension.values())
            .map(dimension -> "o." + dimension.wire())
            .collect(Collectors.joining(", "));

    private static final String PAGE =
            """
            select o.id, o.version, o.offered_at, o.shown_at, o.finished_at, o.conversation, o.customer, o.weight,
                   (select jsonb_object_agg(a.question, a.answer) from answer a where a.offer = o.id and a.answer is not null), %s
            from offer o where %s
            order by o.offered_at %3$s, o.id %3$s limit %4$d""";

    private static final int FIRST_DIMENSION = 9;

    private final Snapshots snapshots;
    private final ResultSettings settings;

    PostgresAnsweredOffers(Snapshots snapshots, ResultSettings settings) {
        this.snapshots = snapshots;
        this.settings = settings;
    }

    @Override
    public Uni<List<AnsweredOffer>> page(
            Selection selection, Optional<AnsweredOffer.Position> after, Order order, int most) {
        boolean oldest = order == Order.OLDEST_FIRST;
        Conditions where = Conditions.of(selection);
        after.ifPresent(last -> where.and(
                "(o.offered_at, o.id) " + (oldest ? ">" : "<") + " (%s, " + where.with(last.offer()) + ")",
                Conditions.column(last.offeredAt())));
        String statement = PAGE.formatted(DIMENSIONS, where.text(), oldest ? "asc" : "desc", most);
        return snapshots
                .read(settings.patience(), connection -> PostgresTallies.query(connection, statement, where)
                        .map(rows -> PostgresTallies.list(rows, PostgresAnsweredOffers::offer)))
                .onFailure(Snapshots.TooSlow.class)
                .transform(fault -> new TooMuch());
    }

    private static AnsweredOffer offer(Row row) {
        return new AnsweredOffer(
                row.getUUID(0),
                row.getInteger(1),
                instant(row, 2),
                instant(row, 3),
                instant(row, 4),
                row.getString(5),
                row.getString(6),
                row.getDouble(7),
                facts(row),
                answers((JsonObject) row.getValue(8)));
    }

    private static Map<Dimension, String> facts(Row row) {
        Map<Dimension, String> facts = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            String value = row.getString(FIRST_DIMENSION + dimension.ordinal());
            if (value != null) {
                facts.put(dimension, value);
            }
        }
        return facts;
    }

    private static Map<String, Answer> answers(JsonObject byQuestion) {
        Map<String, Answer> answers = new TreeMap<>();
        if (byQuestion != null) {
            byQuestion
                    .fieldNames()
                    .forEach(question -> answers.put(
                            question,
                            AnswerReader.read(
                                    byQuestion.getJsonObject(question).encode().getBytes(UTF_8))));
        }
        return answers;
    }

    private static Instant instant(Row row, int column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
