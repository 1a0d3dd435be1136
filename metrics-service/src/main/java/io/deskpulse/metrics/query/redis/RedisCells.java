package io.deskpulse.metrics.query.redis;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.query.CellReader;
import io.deskpulse.metrics.query.CellsUnavailableException;
import io.deskpulse.metrics.query.Cut;
import io.deskpulse.metrics.query.Span;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads cells from Redis: one script for each partition, all sent at once over one connection, so that a question costs
 * about one round trip. Answers are unpacked on worker threads, each while Redis is still at the next. Thread-safe.
 */
@Singleton
final class RedisCells implements CellReader {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Redis redis;
    private final List<Keys> partitions;

    RedisCells(
            Redis redis,
            @ConfigProperty(name = "deskpulse.metrics.partitions", defaultValue = "12") int partitions,
            @ConfigProperty(name = "deskpulse.metrics.generation", defaultValue = "1") int generation) {
        this.redis = redis;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(partition -> Keys.of(partition, generation))
                .toList();
    }

    @Override
    public Uni<Reading> read(String tenant, List<Cut> cuts, boolean outages) {
        Unpacking unpacking = new Unpacking(cuts, outages);
        return connected(connection -> {
                    List<Future<Response>> answers = readAll(connection, tenant, cuts);
                    CompletionStage<Void> unpacked = unpackAll(answers, unpacking);
                    return Future.all(answers).map(all -> unpacked);
                })
                .chain(unpacked -> Uni.createFrom().completionStage(unpacked))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(done -> unpacking.reading());
    }

    private List<Future<Response>> readAll(RedisConnection connection, String tenant, List<Cut> cuts) {
        return partitions.stream()
                .map(keys -> ReadScript.run(connection, keysToRead(keys, tenant, cuts)))
                .toList();
    }

    /** In their order, each as soon as it is there and the one before is done. */
    private static CompletionStage<Void> unpackAll(List<Future<Response>> answers, Unpacking unpacking) {
        CompletionStage<Void> unpacked = CompletableFuture.completedStage(null);
        for (Future<Response> answer : answers) {
            unpacked = unpacked.thenAcceptBothAsync(
                    answer.toCompletionStage(),
                    (before, response) -> unpacking.add(response),
                    Infrastructure.getDefaultWorkerPool());
        }
        return unpacked;
    }

    private static List<String> keysToRead(Keys keys, String tenant, List<Cut> cuts) {
        List<String> names = new ArrayList<>();
        names.add(keys.head());
        names.add(keys.subject(tenant, 'i', ""));
        for (Cut cut : cuts) {
            for (Span span : cut.spans()) {
                names.add(keys.block(tenant, span.granularity(), span.block(), cut.split(), cut.measure()));
            }
        }
        return names;
    }

    private <T> Uni<T> connected(Function<RedisConnection, Future<T>> work) {
        return Uni.createFrom()
                .completionStage(() -> redis.connect()
                        .compose(connection -> work.apply(connection).onComplete(done -> connection.close()))
                        .toCompletionStage())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(CellsUnavailableException::new);
    }
}
