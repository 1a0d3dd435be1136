package io.deskpulse.metrics.counting.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Changes;
import io.deskpulse.metrics.counting.Claim;
import io.deskpulse.metrics.counting.Fence;
import io.deskpulse.metrics.counting.PartitionStore;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One partition in Redis, on one slot of a cluster. */
final class RedisPartitionStore implements PartitionStore {
    private static final Script CLAIM = Script.named("claim");
    private static final Script WRITE = Script.named("write");
    private static final Script REMOVE_UNCHANGED = Script.named("remove-unchanged");
    private static final int KEYS_IN_ONE_READ = 2_000;
    /** Command, history, expiry. */
    private static final int BEFORE_ARGUMENTS = 3;

    private final RedisCalls redis;
    private final Keys keys;
    private final byte[] stateMillis;
    private final boolean history;

    /**
     * @param stateRetention how long states live
     * @param history whether written keys are noted for the history
     */
    RedisPartitionStore(RedisCalls redis, Keys keys, Duration stateRetention, boolean history) {
        this.redis = redis;
        this.keys = keys;
        this.stateMillis = bytes(stateRetention.toMillis());
        this.history = history;
    }

    @Override
    public Optional<Claim> claim() {
        return Optional.ofNullable(claim(""));
    }

    @Override
    public Claim claimFrom(long position) {
        return claim(Long.toString(position));
    }

    private Claim claim(String newPosition) {
        String token = UUID.randomUUID().toString();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        Response found = redis.run(
                CLAIM,
                List.of(bytes(keys.head()), bytes(keys.clock())),
                List.of(bytes(token), bytes(micros), bytes(newPosition)));
        if (found == null) {
            return null;
        }
        Map<String, String> clocks = new HashMap<>();
        Response fields = found.get(3);
        for (int i = 0; i < fields.size(); i += 2) {
            clocks.put(fields.get(i).toString(), fields.get(i + 1).toString());
        }
        return new Claim(new Fence(token, number(found.get(0))), number(found.get(1)), number(found.get(2)), clocks);
    }

    @Override
    public boolean write(Fence expected, Changes changes) {
        List<byte[]> names = new ArrayList<>(
                2 + changes.states().size() + changes.operations().size());
        names.add(bytes(keys.head()));
        names.add(bytes(keys.unsaved()));
        names.addAll(changes.stateKeys());
        changes.operations().forEach(operation -> names.add(operation.key()));
        return redis.run(WRITE, names, arguments(expected, changes)).toInteger() == 1;
    }

    private List<byte[]> arguments(Fence expected, Changes changes) {
        return List.of(
                bytes(expected.text()),
                bytes(changes.fence().text()),
                bytes(changes.position()),
                bytes(changes.watermark()),
                history ? bytes(changes.fence().revision()) : new byte[0],
                stateMillis,
                packed(changes.states()),
                packedOperations(changes.operations()));
    }

    private static byte[] packed(List<byte[]> strings) {
        MessagePack pack = new MessagePack();
        pack.array(strings.size());
        strings.forEach(pack::string);
        return pack.toBytes();
    }

    private static byte[] packedOperations(List<Changes.Operation> operations) {
        MessagePack pack = new MessagePack();
        pack.array(operations.size());
        for (Changes.Operation operation : operations) {
            pack.array(BEFORE_ARGUMENTS + operation.arguments().size());
            pack.string(operation.command().name());
            pack.string(operation.history() ? 1 : 0);
            pack.string(operation.expireAtMillis());
            operation.arguments().forEach(pack::string);
        }
        return pack.toBytes();
    }

    @Override
    public List<byte[]> values(List<byte[]> wanted) {
        List<Request> requests = new ArrayList<>();
        for (List<byte[]> part : RedisCalls.parts(wanted, KEYS_IN_ONE_READ)) {
            Request request = Request.cmd(Command.MGET);
            part.forEach(request::arg);
            requests.add(request);
        }
        List<byte[]> values = new ArrayList<>(wanted.size());
        for (Response answer : redis.all(requests)) {
            for (Response value : answer) {
                values.add(value == null ? null : value.toBytes());
            }
        }
        return values;
    }

    @Override
    public List<Map<String, byte[]>> hashes(List<String> wanted) {
        List<Map<String, byte[]>> hashes = new ArrayList<>(wanted.size());
        for (Response answer : redis.all(requests(Command.HGETALL, wanted))) {
            Map<String, byte[]> hash = new HashMap<>();
            for (int i = 0; i < answer.size(); i += 2) {
                hash.put(answer.get(i).toString(UTF_8), answer.get(i + 1).toBytes());
            }
            hashes.add(hash);
        }
        return hashes;
    }

    @Override
    public List<List<Scored>> first(List<String> wanted, int limit) {
        List<Request> requests = new ArrayList<>();
        for (String key : wanted) {
            requests.add(
                    Request.cmd(Command.ZRANGE).arg(key).arg(0).arg(limit - 1).arg("WITHSCORES"));
        }
        return redis.all(requests).stream().map(RedisPartitionStore::scored).toList();
    }

    @Override
    public List<Scored> withScore(String key, long score) {
        Request request = Request.cmd(Command.ZRANGEBYSCORE)
                .arg(key)
                .arg(score)
                .arg(score)
                .arg("WITHSCORES");
        return scored(redis.all(List.of(request)).get(0));
    }

    private static List<Scored> scored(Response answer) {
        List<Scored> entries = new ArrayList<>(answer.size() / 2);
        for (int i = 0; i < answer.size(); i += 2) {
            long score = (long) Double.parseDouble(answer.get(i + 1).toString());
            entries.add(new Scored(answer.get(i).toString(UTF_8), score));
        }
        return entries;
    }

    @Override
    public void removeUpTo(String key, long score) {
        redis.all(List.of(
                Request.cmd(Command.ZREMRANGEBYSCORE).arg(key).arg("-inf").arg(score)));
    }

    @Override
    public void removeUnchanged(String key, List<Scored> members) {
        for (List<Scored> part : RedisCalls.parts(members, KEYS_IN_ONE_READ)) {
            List<byte[]> arguments = new ArrayList<>(part.size() * 2);
            for (Scored member : part) {
                arguments.add(bytes(member.score()));
                arguments.add(bytes(member.member()));
            }
            redis.run(REMOVE_UNCHANGED, List.of(bytes(key)), arguments);
        }
    }

    private static List<Request> requests(Command command, List<String> wanted) {
        return wanted.stream().map(key -> Request.cmd(command).arg(key)).toList();
    }

    private static long number(Response text) {
        return Long.parseLong(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }
}
