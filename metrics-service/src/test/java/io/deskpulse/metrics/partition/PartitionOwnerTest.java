package io.deskpulse.metrics.partition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.measurement.CountedUntil;
import io.deskpulse.kit.tracing.Tracing;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Bounds;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.StoreUnavailableException;
import io.deskpulse.metrics.counting.redis.RedisForTests;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import io.deskpulse.metrics.folding.kinds.SubjectsByKind;
import io.deskpulse.metrics.publishing.PartitionPublisher;
import io.deskpulse.metrics.publishing.Sent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.redis.client.Command;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Owners on a real Redis, on a log that the test plays to them step by step. */
class PartitionOwnerTest {
    private static final long NOW = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();

    private final RedisForTests redis = RedisForTests.shared();
    private final Keys keys = RedisForTests.freshKeys();
    private final ScriptedLog log = new ScriptedLog();
    private final Desk desk = new Desk(NOW - Duration.ofHours(3).toMillis());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Sent sent = new Sent();
    private Tracing tracing = Tracing.OFF;
    private long now = NOW;

    @Test
    void everyEventIsCountedOnceHoweverBatchesAreCut() {
        // Given
        List<Event> events = interleaved(40, new Random(1));
        log.append(events, NOW);

        // When
        run(owner(7));

        // Then
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(40);
        assertThat(count(Measure.MESSAGES_BOT)).isEqualTo(40);
        assertThat(events("counted")).isEqualTo(events.size());
        assertThat(log.committed).isEqualTo(events.size());
    }

    @Test
    void aRetryIsCountedOnce() {
        // Given
        List<Event> events = desk.conversation("a", "web", 0);
        log.append(events, NOW);
        log.append(events, NOW);

        // When
        run(owner(100));

        // Then
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
        assertThat(events("duplicate")).isEqualTo(4);
    }

    @Test
    void whatIsSentOfATenantFollowsFromItsLastTracedEvent() {
        // Given three records, of which one is traced, and one whose caller traces nothing
        tracing = new Tracing(SdkTracerProvider.builder()
                .setSampler(Sampler.alwaysOn())
                .build()
                .get("test"));
        log.append(desk.conversation("a", "web", 0), NOW);
        log.trace(0, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
        log.trace(1, "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01");

        // When
        Playing playing = owner(100);
        run(playing);
        List<String> first = traces();
        sent.messages.clear();
        log.append(desk.conversation("b", "web", 0), NOW);
        run(playing);

        // Then
        assertThat(first).isNotEmpty().allSatisfy(trace -> assertThat(trace)
                .contains("0af7651916cd43dd8448eb211c80319c"));
        assertThat(sent.to("measurements")).isNotEmpty();
        assertThat(traces()).isEmpty();
    }

    private List<String> traces() {
        return sent.to("measurements").stream()
                .map(Sent.Message::traceparent)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Test
    void ownersThatDieAtAnyMomentLeaveTheSameNumbers() {
        for (int seed = 0; seed < 5; seed++) {
            // Given
            PartitionOwnerTest fresh = new PartitionOwnerTest();
            Random random = new Random(seed);
            fresh.log.append(fresh.interleaved(20, random), NOW);

            // When an owner dies every few steps, and another takes over
            for (int lives = 0; lives < 12; lives++) {
                Playing playing = fresh.owner(1 + random.nextInt(9));
                for (int steps = random.nextInt(5); steps > 0; steps--) {
                    playing.reader.deliver(1 + random.nextInt(12));
                    playing.owner.step();
                }
            }
            fresh.run(fresh.owner(50));

            // Then
            assertThat(fresh.count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(20);
            assertThat(fresh.count(Measure.MESSAGES_CUSTOMER)).isEqualTo(20);
        }
    }

    @Test
    void anOwnerThatWakesUpAfterItWasReplacedCountsNothing() {
        // Given one that has read records but not counted them yet
        log.append(interleaved(10, new Random(3)), NOW);
        Playing frozen = owner(100);
        frozen.owner.step();
        frozen.reader.deliver(100);

        // When another counts everything meanwhile
        run(owner(100));
        frozen.owner.step();

        // Then
        assertThat(frozen.owner.standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(meters.counter("deskpulse.metrics.fences.lost").count()).isEqualTo(1);
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(10);
    }

    @Test
    void aWriteThatWasDoneButNotAnsweredIsNotDoneTwice() {
        // Given
        log.append(interleaved(10, new Random(4)), NOW);
        PartitionStore store = redis.store(keys);
        int[] writes = {0};
        PartitionStore deaf = watched(store, () -> {
            if (writes[0]++ % 2 == 1) {
                throw new StoreUnavailableException("no answer", null);
            }
        });

        // When
        run(owner(5, deaf));

        // Then
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(10);
        assertThat(count(Measure.MESSAGES_BOT)).isEqualTo(10);
    }

    @Test
    void aRecordThatCannotBeReadIsPutAsideAndTheRestIsCounted() {
        // Given
        log.append(desk.conversation("a", "web", 0), NOW);
        log.appendPoison(NOW);
        log.append(desk.conversation("b", "web", 0), NOW);

        // When
        run(owner(3));

        // Then
        assertThat(log.deadLetters).containsExactly(4L);
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(2);
        assertThat(events("poison")).isEqualTo(1);
    }

    @Test
    void nothingIsCountedBeforeTheDeadLettersHoldWhatWasRefused() {
        // Given
        log.append(desk.conversation("a", "web", 0), NOW);
        log.appendPoison(NOW);
        log.deadLettersAreAway = true;

        // When
        Playing playing = owner(100);
        playing.owner.step();
        playing.reader.deliver(100);
        playing.owner.step();

        // Then
        assertThat(playing.owner.standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isZero();

        // And when they are back
        log.deadLettersAreAway = false;
        run(playing);
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
        assertThat(log.deadLetters).containsExactly(4L);
    }

    @Test
    void aDeclaredClockClosesWhatIsIdleBeforeTheWatermarkPassesIt() {
        // Given a conversation left open, and a clock declared an hour later
        log.append(desk.open("a", "web", 0), NOW - 5_000);
        log.append(List.of(desk.clockAdvanced(Duration.ofHours(1).toMillis())), NOW - 4_000);

        // When
        Playing playing = owner(100);
        playing.owner.step();
        playing.reader.deliver(100);
        playing.owner.step();

        // Then what was declared is stored, and the watermark waits
        assertThat(head("position")).isEqualTo(4);
        assertThat(head("watermark")).isZero();

        // And when timers have run
        run(playing);
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
        assertThat(head("watermark")).isEqualTo(NOW - 4_000);
    }

    @Test
    void timersOfAnOwnerThatDiedAreRunByTheNext() {
        // Given
        log.append(desk.open("a", "web", 0), NOW - 5_000);
        log.append(List.of(desk.clockAdvanced(Duration.ofHours(1).toMillis())), NOW - 4_000);
        Playing dead = owner(100);
        dead.owner.step();
        dead.reader.deliver(100);
        dead.owner.step();

        // When
        run(owner(100));

        // Then
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
    }

    @Test
    void whatATenantSendsAfterItsClockIsCountedAfterWhatTheClockClosed() {
        // Given an event after the declaration that would have kept the episode open
        List<Event> first = desk.open("a", "web", 0);
        log.append(first, NOW - 5_000);
        log.append(List.of(desk.clockAdvanced(Duration.ofHours(1).toMillis())), NOW - 4_000);
        log.append(desk.open("a", "web", Duration.ofMinutes(20).toMillis()).subList(1, 3), NOW - 3_000);

        // When all of it is delivered at once, and when it is delivered one by one
        run(owner(100));
        PartitionOwnerTest slow = new PartitionOwnerTest();
        slow.log.append(slow.desk.open("a", "web", 0), NOW - 5_000);
        slow.log.append(List.of(slow.desk.clockAdvanced(Duration.ofHours(1).toMillis())), NOW - 4_000);
        slow.log.append(
                slow.desk.open("a", "web", Duration.ofMinutes(20).toMillis()).subList(1, 3), NOW - 3_000);
        slow.run(slow.owner(1));

        // Then
        for (Measure measure : List.of(Measure.CONVERSATIONS_STARTED, Measure.CONVERSATIONS_CLOSED)) {
            assertThat(count(measure)).isEqualTo(slow.count(measure));
        }
    }

    @Test
    void theWallClockClosesWhatIsSilent() {
        // Given
        log.append(desk.open("a", "web", 0), NOW);
        Playing playing = owner(100);
        run(playing);
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isZero();

        // When
        now = NOW + Duration.ofMinutes(31).toMillis();
        run(playing);

        // Then
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(1);
    }

    @Test
    void theWatermarkOfAnIdlePartitionFollowsTheQuestionForItsEnd() {
        // Given
        log.append(desk.open("a", "web", 0), NOW - 60_000);
        Playing playing = owner(100);
        run(playing);
        assertThat(head("watermark")).isEqualTo(NOW - 60_000);

        // When the log is found to end where we are, and later to go on
        playing.owner.logEnds(3, NOW - 500);
        run(playing);
        long atEnd = head("watermark");
        playing.owner.logEnds(9, NOW + 5_000);
        run(playing);

        // Then
        assertThat(atEnd).isEqualTo(NOW - 500);
        assertThat(head("watermark")).isEqualTo(NOW - 500);
    }

    @Test
    void everyJourneyIsSentAndThenTakenOutOfTheOutbox() {
        // Given
        log.append(interleaved(10, new Random(5)), NOW);
        sent.away = true;
        Playing playing = owner(100);
        run(playing);
        assertThat(redis.send(Command.ZCARD, keys.journeys()).toInteger()).isEqualTo(10);

        // When
        sent.away = false;
        for (int i = 0; i < 10; i++) {
            now += 1_000;
            run(playing);
        }

        // Then
        assertThat(redis.send(Command.ZCARD, keys.journeys()).toInteger()).isZero();
        assertThat(sent.to("journeys").stream().map(Sent.Message::key).distinct())
                .hasSize(10)
                .allMatch(key -> key.startsWith(desk.tenant + ":c"));
    }

    @Test
    void theLastMeasurementOfACellHoldsAllOfIt() {
        // Given
        log.append(interleaved(6, new Random(8)), NOW);
        Playing playing = owner(3);

        // When
        run(playing);
        now += 60_000;
        run(playing);

        // Then
        assertThat(redis.send(Command.ZCARD, keys.dirty()).toInteger()).isZero();
        List<String> totals = sent.to("measurements").stream()
                .map(Sent.Message::value)
                .filter(json -> json.contains("\"granularity\":\"day\"") && json.contains("\"dimensions\":{}"))
                .toList();
        assertThat(totals.get(totals.size() - 1)).contains("\"conversations_closed\":{\"count\":6}");
    }

    @Test
    void howFarCountingHasComeIsToldOnlyAfterTheMinutesOfThat() {
        // Given
        log.append(interleaved(6, new Random(8)), NOW);
        sent.away = true;
        Playing playing = owner(100);
        run(playing);
        List<Sent.Message> whileAway = sent.to("measurements");

        // When
        sent.away = false;
        now += 60_000;
        run(playing);

        // Then
        assertThat(whileAway).isEmpty();
        List<String> values =
                sent.to("measurements").stream().map(Sent.Message::value).toList();
        CountedUntil last =
                CountedUntil.in(values.get(values.size() - 1).getBytes(UTF_8)).orElseThrow();
        assertThat(last).isEqualTo(new CountedUntil(head("watermark"), keys.partition(), 12, 1));
        assertThat(values.get(0)).contains("\"granularity\"");
    }

    @Test
    void aStoreThatIsAwayIsWaitedFor() {
        // Given
        log.append(interleaved(5, new Random(6)), NOW);
        boolean[] away = {true};
        Playing playing = owner(100, watched(redis.store(keys), () -> {
            if (away[0]) {
                throw new StoreUnavailableException("Redis: connection refused", null);
            }
        }));

        // When
        playing.owner.step();
        playing.reader.deliver(100);
        long wait = playing.owner.step();

        // Then
        assertThat(wait).isPositive();
        assertThat(playing.owner.standing()).isEqualTo(new Standing.Waiting("Redis: connection refused"));
        away[0] = false;
        run(playing);
        assertThat(count(Measure.CONVERSATIONS_CLOSED)).isEqualTo(5);
    }

    private List<Event> interleaved(int conversations, Random random) {
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

    private Playing owner(int maxEvents) {
        return owner(maxEvents, redis.store(keys));
    }

    private Playing owner(int maxEvents, PartitionStore store) {
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

    private record Playing(ScriptedLog.Reader reader, PartitionOwner owner) {}

    /** Until everything is delivered, counted and closed. */
    private void run(Playing playing) {
        for (int idle = 0; idle < 3; ) {
            boolean delivered = playing.owner.waiting() == 0 && playing.reader.deliver(13);
            long wait = playing.owner.step();
            idle = delivered || wait == 0 || playing.owner.standing() instanceof Standing.Waiting ? 0 : idle + 1;
        }
    }

    private double events(String result) {
        return meters.counter("deskpulse.metrics.events", "result", result).count();
    }

    private long head(String field) {
        return Long.parseLong(redis.send(Command.HGET, keys.head(), field).toString());
    }

    private long count(Measure measure) {
        return Totals.count(redis.store(keys), keys, desk, measure);
    }

    /** A store that does as told after each write. */
    private static PartitionStore watched(PartitionStore store, Runnable afterWrite) {
        return (PartitionStore) Proxy.newProxyInstance(
                PartitionStore.class.getClassLoader(), new Class<?>[] {PartitionStore.class}, (proxy, method, args) -> {
                    Object answer = answer(store, method, args);
                    if (method.getName().equals("write")) {
                        afterWrite.run();
                    }
                    return answer;
                });
    }

    private static Object answer(PartitionStore store, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(store, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
