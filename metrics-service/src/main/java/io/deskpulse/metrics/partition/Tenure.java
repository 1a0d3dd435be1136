package io.deskpulse.metrics.partition;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.metrics.counting.Ledger;
import io.deskpulse.metrics.publishing.PartitionPublisher;
import java.time.InstantSource;

/**
 * The counting of one partition from a claim until something goes wrong: events are applied as they come, and written in
 * rounds (docs/decisions/0012). Used by one thread at a time.
 */
final class Tenure {
    /** Records that are applied in one go. */
    private static final int SLICE = 2_000;
    /** The pause after a write, as a multiple of the time that it took. */
    private static final int PAUSE_FOR_WRITE = 16;

    private final int partition;
    private final PartitionLog log;
    private final Intake intake;
    private final BatchReader reader;
    private final Ledger ledger;
    private final PartitionPublisher publisher;
    private final PartitionMeters meters;
    private final OwnerSettings settings;
    private final SampledEvents sampled;
    private final InstantSource clock;
    private final Watermark watermark;

    private long position;
    private Round round;
    private long written;
    private long lastWriteMillis;
    private long lastWriteTook;

    /**
     * @param written the watermark in the store
     * @param position where the log is read from
     */
    Tenure(
            int partition,
            PartitionLog log,
            Intake intake,
            BatchReader reader,
            Ledger ledger,
            Watermark watermark,
            long written,
            long position,
            PartitionPublisher publisher,
            PartitionMeters meters,
            OwnerSettings settings,
            SampledEvents sampled,
            InstantSource clock) {
        this.sampled = sampled;
        this.partition = partition;
        this.log = log;
        this.intake = intake;
        this.reader = reader;
        this.ledger = ledger;
        this.publisher = publisher;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
        this.watermark = watermark;
        this.written = written;
        this.position = position;
        this.round = new Round(position);
    }

    /**
     * Does the next piece of work.
     *
     * @return milliseconds after which there may be more to do
     * @throws FenceLostException where the partition is not ours any more
     * @throws LogUnavailableException where Kafka does not take what was refused
     * @throws io.deskpulse.metrics.counting.StoreUnavailableException where the store does not answer
     */
    long work() {
        long now = clock.millis();
        // Timers see only what is written: a round in between comes first.
        if (round.isEmpty() && ledger.timersAreDue(now)) {
            runTimers(now);
            return 0;
        }
        if (mayApply()) {
            apply(reader.read(intake, Math.min(SLICE, settings.maxEvents() - round.records())));
        }
        long wait = untilWrite(now);
        if (wait <= 0) {
            writeRound(clock.millis());
            return 0;
        }
        if (mayApply()) {
            return 0;
        }
        if (round.isEmpty() && watermark.at(position, Long.MIN_VALUE, now) >= written + settings.heartbeatMillis()) {
            write(position, now);
        }
        publish();
        return Math.min(wait, settings.heartbeatMillis());
    }

    private boolean mayApply() {
        return !intake.isEmpty() && !round.isClosing() && round.records() < settings.maxEvents();
    }

    private long untilWrite(long now) {
        if (round.isEmpty()) {
            return settings.heartbeatMillis();
        }
        if (round.isClosing() || round.records() >= settings.maxEvents()) {
            return 0;
        }
        return lastWriteMillis + pause() - now;
    }

    /** The busier everything is, the fewer writes, and the more each holds. */
    private long pause() {
        if (watermark.lagAt(round.position()) > settings.behind()) {
            return settings.lingerBehindMillis();
        }
        return Math.min(
                settings.lingerMostMillis(), Math.max(settings.lingerMillis(), lastWriteTook * PAUSE_FOR_WRITE));
    }

    private void runTimers(long now) {
        int looked = ledger.runTimers(now);
        meters.timersRun(looked);
        write(position, now);
    }

    private void apply(Batch batch) {
        ledger.load(batch.subjects());
        round.add(batch);
        for (Batch.Item item : batch.items()) {
            Event event = item.event();
            if (item.key() != null) {
                if (applied(item)) {
                    round.counted(item);
                } else {
                    round.duplicate(item);
                }
            } else if (event.type() == EventType.CLOCK_ADVANCED) {
                ledger.declare(event.tenant(), event.timeMillis());
                round.counted(item);
            } else {
                ledger.observe(event);
                round.skipped(item);
            }
        }
    }

    private boolean applied(Batch.Item item) {
        try {
            return ledger.apply(item.event(), item.key(), item.timestampMillis());
        } catch (RuntimeException e) {
            // What it left half done is dropped with the ledger; the next time it goes to the dead letters.
            reader.refuse(item.offset());
            throw e;
        }
    }

    private void writeRound(long now) {
        lastWriteMillis = now;
        if (!round.refusals().isEmpty()) {
            LogUnavailableException.await(BatchReader.all(round.refusals()), settings.waitMillis());
        }
        watermark.at(round.position(), round.lastTimestampMillis(), now);
        write(round.position(), now);
        position = round.position();
        watermark.counted(position);
        long done = clock.millis();
        lastWriteTook = done - now;
        meters.counted(round, done);
        publisher.following(sampled.counted(round.records()));
        round = new Round(position);
        log.counted(partition, position);
        publish();
    }

    /** After every write too: where events always wait, there is no other time. */
    private void publish() {
        publisher.publish(ledger, written, watermark.lag() > settings.behind());
    }

    /** While timers are due, what time has closed is not all counted yet: then the watermark stays. */
    private void write(long newPosition, long now) {
        long next = ledger.timersAreDue(now) ? written : watermark.at(newPosition, Long.MIN_VALUE, now);
        if (!ledger.write(newPosition, next, now)) {
            throw new FenceLostException();
        }
        written = next;
        meters.used(ledger.takeUsage());
    }
}
