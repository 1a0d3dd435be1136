package io.deskpulse.metrics.partition;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Bounds;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.redis.RedisForTests;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import io.deskpulse.metrics.folding.kinds.SubjectsByKind;
import io.deskpulse.metrics.publishing.PartitionPublisher;
import io.deskpulse.metrics.publishing.Sent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A partition on a real Redis, on a log that the test plays to its owners step by step. */
final class PlayedPartition {
    static final long NOW = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();

    final RedisForTests redis = RedisForTests.shared();
    final Keys keys = RedisForTests.freshKeys();
    final ScriptedLog log = new ScriptedLog();
    final Desk desk = new Desk(NOW - Duration.ofHours(3).toMillis());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Sent sent = new Sent();
    Tracing tracing = Tracing.OFF;
    long now = NOW;

    /** One more owner; of those at work the last keeps the fence. */
    Playing owner(int maxEvents) {
        return owner(maxEvents, redis.store(keys));
    }

    Playing owner(int maxEvents, PartitionStore store) {
        ScriptedLog.Reader reader = log.new Reader();
        Bounds bounds = new Bounds(10, 500, 1_000, Duration.ofHours(2).toMillis(), 100);
        reader.owner = new PartitionOwner(
                keys,
                store,
                reader,
                lost -> false,
                new SubjectsByKind(IdleTimes.DEFAULT),
                new PartitionPublisher(keys, 1, 12, store, sent, sent, tracing, () -> Instant.ofEpochMilli(now)),
                new PartitionMeters(meters),
                new OwnerSettings(maxEvents, 0, 0, 0, 1_000_000, 250, 1_000, bounds),
                new SampledEvents(tracing, "interactions"),
                () -> Instant.ofEpochMilli(now));
        return new Playing(reader, reader.owner);
    }

    record Playing(ScriptedLog.Reader reader, PartitionOwner owner) {}

    /** Until everything is delivered, counted and closed. */
    void run(Playing playing) {
        for (int idle = 0; idle < 3; ) {
            boolean delivered = playing.owner.waiting() == 0 && playing.reader.deliver(13);
            long wait = playing.owner.step();
            idle = delivered || wait == 0 || playing.owner.standing() instanceof Standing.Waiting ? 0 : idle + 1;
        }
    }

    /** Conversations whose events mix, each in its order. */
    List<Event> interleaved(int conversations, Random random) {
        List<List<Event>> waiting = new ArrayList<>();
        for (int i = 0; i < conversations; i++) {
            waiting.add(new ArrayList<>(desk.conversation("c" + i, i % 2 == 0 ? "web" : "email", i * 1_000L)));
        }
        List<Event> events = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Collections.shuffle(waiting, random);
            events.add(waiting.get(0).remove(0));
            waiting.removeIf(List::isEmpty);
        }
        return events;
    }

    /** How many events had this result. */
    double events(String result) {
        return meters.counter("deskpulse.metrics.events", "result", result).count();
    }

    /** A number in the head of the partition. */
    long head(String field) {
        return Long.parseLong(redis.send(Command.HGET, keys.head(), field).toString());
    }

    /** How many are counted of a measure. */
    long count(Measure measure) {
        return Totals.count(redis.store(keys), keys, desk, measure);
    }
}
