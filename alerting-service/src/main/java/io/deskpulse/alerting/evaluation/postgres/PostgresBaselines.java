package io.deskpulse.alerting.evaluation.postgres;

import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.evaluation.Baselines;
import io.deskpulse.alerting.window.HourTallies;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Hours in Postgres, a row for each hour of a level. */
@Singleton
class PostgresBaselines implements Baselines {
    private static final String STORE =
            """
            insert into hour_tally (tenant, level, hour, epoch, document) values (?, ?, ?, ?, ?::jsonb)
            on conflict (tenant, level, hour) do update set epoch = excluded.epoch, document = excluded.document
            where hour_tally.epoch <= excluded.epoch""";

    private final Database database;

    PostgresBaselines(Database database) {
        this.database = database;
    }

    @Override
    public List<HourTallies> load(String tenant, Instant since) {
        return database.list(
                "select level, hour, document::text as document from hour_tally where tenant = ? and hour >= ?",
                row -> new HourTallies(row.text("level"), row.instant("hour").toEpochMilli(), row.text("document")),
                tenant,
                since);
    }

    @Override
    public void store(Fence fence, String tenant, List<HourTallies> hours) {
        database.changeAll(
                STORE,
                hours.stream()
                        .map(each -> new Object[] {
                            tenant, each.level(), Instant.ofEpochMilli(each.hour()), fence.epoch(), each.document()
                        })
                        .toList());
    }

    @Override
    public void forget(Instant before) {
        database.change("delete from hour_tally where hour < ?", before);
    }
}
