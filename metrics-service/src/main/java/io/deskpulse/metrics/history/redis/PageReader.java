package io.deskpulse.metrics.history.redis;

import io.deskpulse.metrics.history.Entry;
import io.deskpulse.metrics.history.PackedPairs;
import io.deskpulse.metrics.history.Page;
import io.deskpulse.metrics.history.Standing;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the answer of {@code read.lua}. */
final class PageReader {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private PageReader() {}

    static Optional<Page> read(Response answer, int prefixLength) {
        if (answer.size() == 0) {
            return Optional.empty();
        }
        Standing standing = Standing.of(
                answer.get(0).toString(), answer.get(1).toLong(), answer.get(2).toLong());
        String saved = answer.get(3).toString();
        int colon = saved.indexOf(':');
        long now = answer.get(6).toLong() * 1000;
        List<Entry> entries = new ArrayList<>(answer.get(7).size());
        for (Response each : answer.get(7)) {
            entries.add(entry(each, prefixLength, now));
        }
        Map<String, byte[]> books = new HashMap<>();
        for (Response book : answer.get(8)) {
            books.put(book.get(0).toString().substring(prefixLength), packed(book.get(1)));
        }
        return Optional.of(new Page(
                standing,
                colon < 0 ? 0 : Long.parseLong(saved.substring(0, colon)),
                colon < 0 ? -1 : Long.parseLong(saved.substring(colon + 1)),
                entries,
                revision(answer.get(4)),
                answer.get(5).toInteger() == 1,
                books));
    }

    private static Entry entry(Response entry, int prefixLength, long now) {
        String name = entry.get(0).toString().substring(prefixLength);
        return new Entry(name, content(entry.get(3)), expiry(entry.get(2).toLong(), now), revision(entry.get(1)));
    }

    private static byte[] content(Response content) {
        if (content == null) {
            return null;
        }
        if (content.type() != ResponseType.MULTI) {
            return content.toBytes();
        }
        return content.size() == 0 ? null : packed(content);
    }

    private static byte[] packed(Response array) {
        List<byte[]> strings = new ArrayList<>(array.size());
        for (Response each : array) {
            strings.add(each.toBytes());
        }
        return PackedPairs.pack(strings);
    }

    private static long expiry(long timeToLive, long now) {
        return timeToLive < 0 ? 0 : (now + timeToLive + HOUR - 1) / HOUR * HOUR;
    }

    /** Scores are doubles; a revision is below 2^53, so it is a whole number, but may be written with an exponent. */
    private static long revision(Response score) {
        return (long) Double.parseDouble(score.toString());
    }
}
