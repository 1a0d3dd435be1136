package io.deskpulse.survey.result.postgres;

import io.deskpulse.survey.result.ResultSettings;
import io.deskpulse.survey.result.Selection;
import io.deskpulse.survey.result.TooMuch;
import io.deskpulse.survey.result.driver.Item;
import io.deskpulse.survey.result.driver.ScoreRows;
import io.deskpulse.survey.transaction.postgres.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Points of offers by a cursor in Postgres: some hundred rows are on their way at a time. Thread-safe. */
@ApplicationScoped
class PostgresScoreRows implements ScoreRows {
    private static final int AT_ONCE = 500;

    private static final String ROWS =
            """
            select %s
            from (select o.id, target.answer as target
                  from offer o join answer target on target.offer = o.id and target.question = %s and target.answer is not null
                  where %s
                  order by o.offered_at desc, o.id desc limit %d) o""";

    private final Snapshots snapshots;
    private final ResultSettings settings;

    PostgresScoreRows(Snapshots snapshots, ResultSettings settings) {
        this.snapshots = snapshots;
        this.settings = settings;
    }

    @Override
    public Uni<Long> read(Selection selection, List<Item> items, int most, Consumer<double[]> take) {
        Conditions where = Conditions.of(selection);
        String columns = items.stream().map(item -> column(item, where)).collect(Collectors.joining(", "));
        String statement = ROWS.formatted(columns, where.with(items.get(0).question()), where.text(), most);
        return snapshots
                .read(settings.patience(), connection -> read(connection, statement, where, items.size(), take))
                .onFailure(Snapshots.TooSlow.class)
                .transform(fault -> new TooMuch());
    }

    private static String column(Item item, Conditions where) {
        String path = item.aspect() == null ? "'{value}'" : "array['values', " + where.with(item.aspect()) + "]";
        return "(select (a.answer #>> %s)::double precision from answer a where a.offer = o.id and a.question = %s)"
                .formatted(path, where.with(item.question()));
    }

    private static Uni<Long> read(
            SqlConnection connection, String statement, Conditions where, int columns, Consumer<double[]> take) {
        AtomicLong offers = new AtomicLong();
        return connection
                .prepare(statement)
                .onItem()
                .transformToMulti((PreparedStatement prepared) ->
                        prepared.createStream(AT_ONCE, where.values()).toMulti())
                .invoke(row -> {
                    offers.incrementAndGet();
                    double[] values = values(row, columns);
                    if (values != null) {
                        take.accept(values);
                    }
                })
                .onItem()
                .ignoreAsUni()
                .map(unused -> offers.get());
    }

    /** Null where one is missing. */
    private static double[] values(Row row, int columns) {
        double[] values = new double[columns];
        for (int i = 0; i < columns; i++) {
            Double value = row.getDouble(i);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }
}
