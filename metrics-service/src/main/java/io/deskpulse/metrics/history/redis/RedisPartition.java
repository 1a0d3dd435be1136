package io.deskpulse.metrics.history.redis;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.history.Entry;
import io.deskpulse.metrics.history.LivePartition;
import io.deskpulse.metrics.history.PackedPairs;
import io.deskpulse.metrics.history.Page;
import io.deskpulse.metrics.history.Standing;
import io.deskpulse.metrics.history.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and loads partitions with one script for each step, so that each step is whole and fenced. */
@ApplicationScoped
class RedisPartition implements LivePartition {
    private static final Script READ = Script.named("read");
    private static final Script CONFIRM = Script.named("confirm");
    private static final Script LOAD = Script.named("load");
    private static final Script MARK = Script.named("mark");
    private static final Script FINISH = Script.named("finish");

    private static final int SCANNED_AT_ONCE = 1_000;

    private final Redis redis;

    RedisPartition(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Optional<Page>> read(Keys keys, long after, int limit) {
        List<String> declared = new ArrayList<>(List.of(keys.head(), keys.unsaved(), Books.saved(keys)));
        declared.addAll(Books.of(keys));
        int prefix = keys.prefix().length();
        return READ.run(redis, declared, List.of(after, limit, prefix)).map(answer -> PageReader.read(answer, prefix));
    }

    @Override
    public Uni<Boolean> confirm(Keys keys, Standing saved) {
        return CONFIRM.run(
                        redis,
                        List.of(keys.head(), keys.unsaved(), Books.saved(keys)),
                        List.of(saved.token(), saved.revision(), saved.position()))
                .map(done -> done.toInteger() == 1);
    }

    @Override
    public Uni<Void> markUnsaved(Keys keys, List<String> names, long revision) {
        Request request = Request.cmd(Command.ZADD).arg(keys.unsaved()).arg("GT");
        for (String name : names) {
            request.arg(revision).arg(keys.prefix() + name);
        }
        return redis.send(request).replaceWithVoid();
    }

    @Override
    public Uni<Void> markAllUnsaved(Keys keys, long revision) {
        return markFrom("0", "", keys, revision);
    }

    /**
     * Goes on with marking.
     *
     * @param server the one that gave the cursor; empty at the beginning
     */
    private Uni<Void> markFrom(String cursor, String server, Keys keys, long revision) {
        List<Object> arguments = List.of(cursor, keys.prefix() + "[bs]:*", SCANNED_AT_ONCE, revision);
        return MARK.run(redis, List.of(keys.unsaved()), arguments).chain(found -> {
            String next = found.get(0).toString();
            String asked = found.get(1).toString();
            // A replica that took over in between gave no such cursor: from the beginning.
            if (!server.isEmpty() && !server.equals(asked)) {
                return markFrom("0", "", keys, revision);
            }
            return next.equals("0") ? Uni.createFrom().voidItem() : markFrom(next, asked, keys, revision);
        });
    }

    @Override
    public Uni<String> beginLoading(Keys keys) {
        String token = UUID.randomUUID().toString();
        // What an earlier loading left unfinished is written over.
        Request clear = Request.cmd(Command.DEL).arg(keys.unsaved());
        Books.of(keys).forEach(clear::arg);
        return redis.send(Request.cmd(Command.SET).arg(Books.loading(keys)).arg(token))
                .chain(() -> redis.send(clear))
                .replaceWith(token);
    }

    @Override
    public Uni<Boolean> load(Keys keys, String token, List<Entry> entries, List<Timer> timers) {
        Loading loading = new Loading(keys, token);
        for (Entry entry : entries) {
            boolean hash = entry.name().startsWith("b:");
            loading.add(
                    entry.name(),
                    hash ? "hash" : "string",
                    entry.expiresAtMillis(),
                    hash ? PackedPairs.unpack(entry.content()) : List.of(entry.content()));
        }
        for (Timer timer : timers) {
            byte[] member = timer.subject().getBytes(StandardCharsets.UTF_8);
            byte[] score = Long.toString(timer.atMillis()).getBytes(StandardCharsets.UTF_8);
            loading.add(Books.timers(timer), "zset", 0, List.of(member, score));
        }
        return loading.run();
    }

    @Override
    public Uni<Boolean> finishLoading(Keys keys, String token, Standing standing, Map<String, byte[]> books) {
        Loading loading = new Loading(keys, token);
        books.forEach((name, content) ->
                loading.add(name, Books.isHash(name) ? "hash" : "zset", 0, PackedPairs.unpack(content)));
        return loading.run()
                .chain(going ->
                        going ? finish(keys, token, standing) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> finish(Keys keys, String token, Standing standing) {
        String saved = standing.revision() + ":" + standing.position();
        return FINISH.run(
                        redis,
                        List.of(Books.loading(keys), keys.head(), Books.saved(keys)),
                        List.of(token, standing.fence(), standing.position(), standing.watermark(), saved))
                .map(done -> done.toInteger() == 1);
    }

    /** The keys and arguments of one run of {@code load.lua}. */
    private final class Loading {
        private final List<String> declared;
        private final List<Object> arguments;
        private final String prefix;

        private Loading(Keys keys, String token) {
            prefix = keys.prefix();
            declared = new ArrayList<>(List.of(Books.loading(keys), keys.head()));
            arguments = new ArrayList<>(List.of(token));
        }

        private void add(String name, String type, long expiresAtMillis, List<byte[]> parts) {
            declared.add(prefix + name);
            arguments.add(type);
            arguments.add(expiresAtMillis);
            arguments.add(parts.size());
            arguments.addAll(parts);
        }

        private Uni<Boolean> run() {
            return LOAD.run(redis, declared, arguments).map(done -> done.toInteger() == 1);
        }
    }
}
