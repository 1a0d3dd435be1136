package io.deskpulse.survey.result.postgres;

import io.deskpulse.survey.result.Dimension;
import io.deskpulse.survey.result.Selection;
import io.deskpulse.survey.result.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far offers came: over all, by version, and by each compared dimension; in one pass over them. Not thread-safe. */
final class OfferTally {
    /** Values beyond are counted together: whoever offers surveys decides how many channels there are. */
    private static final int MOST_VALUES = 30;

    private static final String OTHER = "~other";

    /** The rank keeps a dimension with a million values in Postgres. */
    private static final String OFFERS =
            """
            select * from (
              select grouping(version), %1$s, version, %2$s,
                     count(*) as made, count(*) filter (where seen or finished or not widget), count(*) filter (where seen), count(*) filter (where started), count(*) filter (where finished),
                     row_number() over (partition by grouping(version), %1$s order by count(*) desc, %2$s)
              from (select o.version, %3$s, o.shown_at is not null or given.there as seen, given.there as started,
                           o.finished_at is not null as finished, o.means = 'widget' as widget
                    from offer o cross join lateral
                      (select exists (select from answer a where a.offer = o.id and a.answer is not null) as there) given
                    where %4$s) offers
              group by grouping sets ((), (version), %5$s)) ranked
            where ranked.row_number <= %6$d or version is not null
            order by made desc""";

    private Tally.Offers all = Tally.Offers.NONE;
    private final Map<Integer, Tally.Offers> byVersion = new HashMap<>();
    private final Map<Dimension, List<Tally.Valued>> byValue = new EnumMap<>(Dimension.class);

    private OfferTally() {}

    static Uni<OfferTally> read(SqlConnection connection, Selection selection) {
        Conditions where = Conditions.of(selection);
        String names = join("%s");
        String statement = OFFERS.formatted(
                join("grouping(%s)"),
                names,
                Dimension.COMPARED.stream()
                        .map(dimension -> Conditions.value(dimension) + " as " + dimension.wire())
                        .collect(Collectors.joining(", ")),
                where.text(),
                join("(%s)"),
                MOST_VALUES);
        return PostgresTallies.query(connection, statement, where).map(rows -> {
            OfferTally tally = new OfferTally();
            rows.forEach(tally::take);
            tally.countOthers();
            return tally;
        });
    }

    Tally.Offers all() {
        return all;
    }

    Map<Integer, Tally.Offers> byVersion() {
        return byVersion;
    }

    Map<Dimension, List<Tally.Valued>> byValue() {
        return byValue;
    }

    private void take(Row row) {
        int dimensions = Dimension.COMPARED.size();
        int counts = 2 * dimensions + 2;
        Tally.Offers offers = new Tally.Offers(
                row.getLong(counts),
                row.getLong(counts + 1),
                row.getLong(counts + 2),
                row.getLong(counts + 3),
                row.getLong(counts + 4));
        if (row.getInteger(0) == 0) {
            byVersion.put(row.getInteger(dimensions + 1), offers);
            return;
        }
        for (int i = 0; i < dimensions; i++) {
            if (row.getInteger(1 + i) == 0) {
                byValue.computeIfAbsent(Dimension.COMPARED.get(i), unused -> new ArrayList<>())
                        .add(new Tally.Valued(row.getString(dimensions + 2 + i), offers));
                return;
            }
        }
        all = offers;
    }

    private void countOthers() {
        for (List<Tally.Valued> values : byValue.values()) {
            Tally.Offers others = all;
            for (Tally.Valued value : values) {
                others = others.less(value.offers());
            }
            if (others.made() > 0) {
                values.add(new Tally.Valued(OTHER, others));
            }
        }
    }

    private static String join(String each) {
        return Dimension.COMPARED.stream()
                .map(dimension -> each.formatted(dimension.wire()))
                .collect(Collectors.joining(", "));
    }
}
