package io.deskpulse.survey.result.postgres;

import io.deskpulse.survey.definition.ShowIf;
import io.deskpulse.survey.result.Counted;
import io.deskpulse.survey.result.ResultSettings;
import io.deskpulse.survey.result.Selection;
import io.deskpulse.survey.result.Tallies;
import io.deskpulse.survey.result.Tally;
import io.deskpulse.survey.result.TooMuch;
import io.deskpulse.survey.transaction.postgres.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Has Postgres count: only sums leave it, however many offers there are. Thread-safe. */
@ApplicationScoped
class PostgresTallies implements Tallies {
    /** Each answer as a whole (no part, no value), with its point, with each aspect's point, with each option. */
    private static final String ANSWERS =
            """
            select o.version, a.question, part.name, part.point, count(*), sum(o.weight), sum(o.weight * o.weight),
                   count(*) filter (where part.name is null and part.point is null and a.answer ?| array['comment', 'text'])
            from offer o join answer a on a.offer = o.id and a.answer is not null
            cross join lateral (
                select null::text as name, null::integer as point
                union all select null, (a.answer ->> 'value')::integer where a.answer ? 'value'
                union all select key, value::integer from jsonb_each_text(coalesce(a.answer -> 'values', '{}'))
                union all select chosen, null from jsonb_array_elements_text(coalesce(a.answer -> 'options', '[]')) chosen
            ) part
            where %s
            group by 1, 2, 3, 4""";

    private static final String SHOWN =
            """
            select branch.version, branch.question, count(*)
            from offer o join answer a on a.offer = o.id and a.answer is not null
            join jsonb_to_recordset(%s) as branch (version integer, question text, earlier text, least integer, most integer, options jsonb)
              on branch.version = o.version and branch.earlier = a.question
            where (branch.options is null and (a.answer ->> 'value')::integer between branch.least and branch.most
                   or a.answer -> 'options' ?| array(select jsonb_array_elements_text(branch.options)))
              and %s
            group by 1, 2""";

    /** From the answer before, or from seeing the survey. */
    private static final String PACES =
            """
            select question, percentile_cont(0.5) within group (order by seconds)
            from (select a.question, extract(epoch from a.answered_at - coalesce(
                             lag(a.answered_at) over (partition by a.offer order by a.answered_at, a.question), o.shown_at)) as seconds
                  from offer o join answer a on a.offer = o.id and a.answer is not null
                  where %s) paces
            where seconds >= 0
            group by question""";

    private final Snapshots snapshots;
    private final ResultSettings settings;

    PostgresTallies(Snapshots snapshots, ResultSettings settings) {
        this.snapshots = snapshots;
        this.settings = settings;
    }

    @Override
    public Uni<Tally> count(Selection selection, List<Branch> branches) {
        return snapshots
                .read(settings.patience(), connection -> count(connection, selection, branches))
                .onFailure(Snapshots.TooSlow.class)
                .transform(fault -> new TooMuch());
    }

    /** One after the other: a connection does one thing at a time, and all of them see the same moment. */
    private static Uni<Tally> count(SqlConnection connection, Selection selection, List<Branch> branches) {
        return OfferTally.read(connection, selection).chain(offers -> answers(connection, selection)
                .chain(answers -> shown(connection, selection, branches).chain(shown -> paces(connection, selection)
                        .map(paces -> new Tally(
                                offers.all(), offers.byVersion(), offers.byValue(), answers, shown, paces)))));
    }

    private static Uni<List<Tally.Given>> answers(SqlConnection connection, Selection selection) {
        Conditions where = Conditions.of(selection);
        return query(connection, ANSWERS.formatted(where.text()), where)
                .map(rows -> list(
                        rows,
                        row -> new Tally.Given(
                                row.getInteger(0),
                                row.getString(1),
                                row.getString(2),
                                row.getInteger(3),
                                new Counted(row.getLong(4), row.getDouble(5), row.getDouble(6)),
                                row.getLong(7))));
    }

    private static Uni<List<Tally.Shown>> shown(SqlConnection connection, Selection selection, List<Branch> branches) {
        if (branches.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Conditions where = Conditions.of(selection);
        String statement = SHOWN.formatted(where.with(json(branches)), where.text());
        return query(connection, statement, where)
                .map(rows -> list(rows, row -> new Tally.Shown(row.getInteger(0), row.getString(1), row.getLong(2))));
    }

    private static Uni<Map<String, Double>> paces(SqlConnection connection, Selection selection) {
        Conditions where = Conditions.of(selection);
        return query(connection, PACES.formatted(where.text()), where).map(rows -> {
            Map<String, Double> paces = new HashMap<>();
            rows.forEach(row -> paces.put(row.getString(0), row.getDouble(1)));
            return paces;
        });
    }

    private static JsonArray json(List<Branch> branches) {
        JsonArray all = new JsonArray();
        for (Branch branch : branches) {
            ShowIf.Condition condition = branch.showIf().condition();
            JsonObject json = new JsonObject()
                    .put("version", branch.version())
                    .put("question", branch.question())
                    .put("earlier", branch.showIf().question())
                    .put("least", condition instanceof ShowIf.AtLeast least ? least.value() : Integer.MIN_VALUE)
                    .put("most", condition instanceof ShowIf.AtMost most ? most.value() : Integer.MAX_VALUE);
            if (condition instanceof ShowIf.AnyOf any) {
                json.put("options", new JsonArray(any.options()));
            }
            all.add(json);
        }
        return all;
    }

    static Uni<RowSet<Row>> query(SqlConnection connection, String statement, Conditions where) {
        return connection.preparedQuery(statement).execute(where.values());
    }

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        List<T> all = new ArrayList<>();
        rows.forEach(row -> all.add(read.apply(row)));
        return all;
    }
}
