package io.deskpulse.metrics.query.redis;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.cell.SeriesVisitor;
import io.deskpulse.metrics.query.Column;
import io.deskpulse.metrics.query.Cut;
import io.deskpulse.metrics.query.Span;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * HyperLogLogs that make up points: those of one partition are united, the numbers of partitions are added, since a
 * visitor stays in one. Used by one thread.
 */
final class Distincts {
    /** Less than what a connection lets wait. */
    private static final int AT_ONCE = 500;

    private record Union(Keys partition, Column column, int point) {}

    private final Map<Union, List<String>> keysOfUnions = new LinkedHashMap<>();

    /** Notes the HyperLogLogs of a field's buckets. */
    SeriesVisitor visitor(Keys partition, String tenant, Cut cut, Span span, String field, Column column) {
        return new SeriesVisitor() {
            @Override
            public void bucket(int slot, long count, long sum, long squares) {
                int point = span.points()[slot];
                if (point >= 0 && count > 0) {
                    keysOfUnions
                            .computeIfAbsent(new Union(partition, column, point), union -> new ArrayList<>())
                            .add(partition.distinct(
                                    tenant, span.granularity(), span.bucket(slot), cut.split(), cut.measure(), field));
                }
            }

            @Override
            public void bin(int slot, int index, long number) {
                throw new IllegalStateException("a distinct count has no sketch");
            }
        };
    }

    boolean isEmpty() {
        return keysOfUnions.isEmpty();
    }

    /** Counts them all and adds the numbers to their columns. */
    Future<Void> count(RedisConnection connection) {
        return countFrom(connection, List.copyOf(keysOfUnions.entrySet()), 0);
    }

    private static Future<Void> countFrom(
            RedisConnection connection, List<Map.Entry<Union, List<String>>> unions, int first) {
        int end = Math.min(unions.size(), first + AT_ONCE);
        List<Future<Response>> numbers = new ArrayList<>(end - first);
        for (Map.Entry<Union, List<String>> union : unions.subList(first, end)) {
            numbers.add(connection.send(countOf(union.getValue())).onSuccess(number -> add(union.getKey(), number)));
        }
        return Future.all(numbers)
                .compose(all -> end == unions.size() ? Future.succeededFuture() : countFrom(connection, unions, end));
    }

    private static Request countOf(List<String> keys) {
        Request request = Request.cmd(Command.PFCOUNT);
        keys.forEach(request::arg);
        return request;
    }

    private static void add(Union union, Response number) {
        union.column().add(union.point(), number.toLong(), 0, 0);
    }
}
