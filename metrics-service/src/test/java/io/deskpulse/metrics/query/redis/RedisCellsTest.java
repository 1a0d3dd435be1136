package io.deskpulse.metrics.query.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.metrics.cell.Bundle;
import io.deskpulse.metrics.cell.BundleCodec;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.Series;
import io.deskpulse.metrics.cell.SeriesCodec;
import io.deskpulse.metrics.cell.Split;
import io.deskpulse.metrics.query.CellReader;
import io.deskpulse.metrics.query.CellReaderContract;
import io.deskpulse.metrics.query.FiledCells;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cells in a real Redis, read as the fake reads them. */
class RedisCellsTest extends CellReaderContract {
    /** Not the generation of services under test in the same Redis. */
    private static final int GENERATION = 77;

    private static Vertx vertx;
    private static Redis redis;

    @BeforeAll
    static void connect() {
        vertx = Vertx.vertx();
        redis = Redis.createClient(
                vertx, LocalStackResource.shared().addresses().redisUri());
    }

    @AfterAll
    static void disconnect() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected CellReader holding(String tenant, Long watermark, List<FiledCells> partitions) {
        List<Request> requests = new ArrayList<>();
        for (int partition = 0; partition < partitions.size(); partition++) {
            Keys keys = Keys.of(partition, GENERATION);
            requests.add(Request.cmd(Command.DEL).arg(keys.head()));
            if (watermark != null) {
                requests.add(Request.cmd(Command.HSET)
                        .arg(keys.head())
                        .arg("watermark")
                        .arg(watermark + partition));
            }
            write(keys, tenant, partitions.get(partition), requests);
        }
        for (Request request : requests) {
            await(redis.send(request));
        }
        return new RedisCells(redis, partitions.size(), GENERATION);
    }

    private static void write(Keys keys, String tenant, FiledCells cells, List<Request> requests) {
        Map<String, Map<String, Map<Measure, Series>>> bundles = new HashMap<>();
        cells.blocks()
                .forEach((id, fields) -> fields.forEach((field, series) -> {
                    if (Bundle.of(id.split(), id.measure()) != null) {
                        bundles.computeIfAbsent(keys.block(id), any -> new HashMap<>())
                                .computeIfAbsent(field, any -> new EnumMap<>(Measure.class))
                                .put(id.measure(), series);
                    } else if (id.measure().shape() == Shape.DISTINCT) {
                        for (int slot = 0; slot < series.slots(); slot++) {
                            set(
                                    keys.block(id),
                                    Split.withSlot(field, slot),
                                    SeriesCodec.encodeBucket(series, slot),
                                    requests);
                        }
                    } else {
                        set(keys.block(id), field, SeriesCodec.encode(series), requests);
                    }
                }));
        bundles.forEach((key, fields) -> fields.forEach((field, series) ->
                set(key, field, BundleCodec.encode(List.copyOf(series.keySet()), series::get), requests)));
    }

    private static void set(String key, String field, byte[] packed, List<Request> requests) {
        requests.add(Request.cmd(Command.HSET).arg(key).arg(field).arg(packed));
    }

    @Test
    void a_script_that_redis_forgot_is_sent_again() {
        CellReader reader = holding("forgetful", 5L, List.of(new FiledCells("forgetful")));
        await(redis.send(Request.cmd(Command.SCRIPT).arg("FLUSH")));

        assertThat(reader.read("forgetful", List.of(), false)
                        .await()
                        .indefinitely()
                        .asOfMillis())
                .isEqualTo(5);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
