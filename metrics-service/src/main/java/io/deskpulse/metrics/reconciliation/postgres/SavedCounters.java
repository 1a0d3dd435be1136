package io.deskpulse.metrics.reconciliation.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.history.PackedPairs;
import io.deskpulse.metrics.reconciliation.Blocks;
import io.deskpulse.metrics.reconciliation.CounterStore;
import io.deskpulse.metrics.reconciliation.Counters;
import io.deskpulse.metrics.reconciliation.Range;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The saved counters, read in one statement with the position they are saved as of. */
@Named("postgres")
@ApplicationScoped
class SavedCounters implements CounterStore {
    private static final Logger LOG = Logger.getLogger(SavedCounters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READ =
            """
            select s.position, s.saved_at, c.block, c.split, c.measure, c.content
            from partition_save s
            left join cell_series c on c.partition = s.partition and c.generation = s.generation
              and c.tenant = $3 and c.granularity = $4 and c.block between $5 and $6
            where s.partition = $1 and s.generation = $2
            """;

    private final Pool pool;
    private final int generation;

    SavedCounters(
            Pool pool, @ConfigProperty(name = "deskpulse.metrics.generation", defaultValue = "1") int generation) {
        this.pool = pool;
        this.generation = generation;
    }

    /** Nothing also where Postgres is away: the live counters can be compared without it. */
    @Override
    public Optional<Counters> read(int partition, String tenant, Range range) {
        Tuple parameters = Tuple.of(partition, generation, tenant)
                .addString(String.valueOf(range.granularity().code()))
                .addLong(range.firstBlock())
                .addLong(range.lastBlock());
        try {
            RowSet<Row> rows =
                    pool.preparedQuery(READ).execute(parameters).await().atMost(PATIENCE);
            return rows.size() == 0 ? Optional.empty() : Optional.of(counters(rows, range));
        } catch (RuntimeException e) {
            LOG.warnf("Comparing without Postgres: %s", e.toString());
            return Optional.empty();
        }
    }

    private static Counters counters(RowSet<Row> rows, Range range) {
        Blocks cells = new Blocks(range);
        Row first = null;
        for (Row row : rows) {
            first = first == null ? row : first;
            if (row.getString(3) != null && !row.getString(3).equals(Split.FULL.id())) {
                addBlock(row, cells);
            }
        }
        return new Counters(
                first.getLong(0), first.getOffsetDateTime(1).toInstant().toEpochMilli(), 0, cells.cells());
    }

    private static void addBlock(Row row, Blocks cells) {
        Split split = Split.ofId(row.getString(3));
        Measure measure = Measure.ofId(row.getString(4));
        if (split == null || measure == null) {
            return;
        }
        List<byte[]> pairs = PackedPairs.unpack(row.getDelegate().getBuffer(5).getBytes());
        for (int i = 0; i < pairs.size(); i += 2) {
            cells.add(row.getLong(2), split, measure, new String(pairs.get(i), UTF_8), pairs.get(i + 1));
        }
    }
}
