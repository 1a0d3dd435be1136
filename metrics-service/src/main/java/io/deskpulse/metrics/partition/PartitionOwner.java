package io.deskpulse.metrics.partition;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Claim;
import io.deskpulse.metrics.counting.Ledger;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.StoreUnavailableException;
import io.deskpulse.metrics.folding.Subjects;
import io.deskpulse.metrics.publishing.PartitionPublisher;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Counts one partition for as long as it is assigned to this instance. Deliveries come in on the thread that polls;
 * {@link #step} does one piece of work at a time on any thread, never on two at once.
 *
 * <p>Whatever goes wrong ends the same way: everything in memory is dropped, the partition is claimed again, and the log
 * is read again from the position that the store holds. So it does not matter whether a write that got no answer was
 * carried out.
 */
final class PartitionOwner {
    private static final Logger LOG = Logger.getLogger(PartitionOwner.class);
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 5_000;
    /** Records that are applied in one go. */
    private static final int SLICE = 2_000;
    /** Time for the polling thread to learn that the partition was taken away, before it is claimed back. */
    private static final long WAIT_WHEN_FENCED_MILLIS = 1_000;

    private final Keys keys;
    private final PartitionStore store;
    private final PartitionLog log;
    private final PartitionRestore restore;
    private final Subjects subjects;
    private final PartitionPublisher publisher;
    private final PartitionMeters meters;
    private final OwnerSettings settings;
    private final InstantSource clock;
    private final Intake intake = new Intake();
    private final BatchReader reader;

    private volatile Standing standing = new Standing.Claiming();
    private volatile Watermark watermark = new Watermark(0);
    private volatile long position;
    private volatile String logTrouble;
    private Ledger ledger;
    private Round round = new Round(0);
    private long written;
    private long lastWriteMillis;
    private long failures;

    PartitionOwner(
            Keys keys,
            PartitionStore store,
            PartitionLog log,
            PartitionRestore restore,
            Subjects subjects,
            PartitionPublisher publisher,
            PartitionMeters meters,
            OwnerSettings settings,
            InstantSource clock) {
        this.keys = keys;
        this.store = store;
        this.log = log;
        this.restore = restore;
        this.subjects = subjects;
        this.publisher = publisher;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
        this.reader = new BatchReader(subjects);
    }

    Keys keys() {
        return keys;
    }

    Standing standing() {
        return standing;
    }

    long lag() {
        return watermark.lag(position);
    }

    /** How many records wait in memory. */
    int waiting() {
        return intake.waiting();
    }

    /** The log is read from this position on. */
    void deliveriesBegin(long from) {
        intake.begin(from);
    }

    /** Takes in what was read; for the thread that polls. */
    void deliver(Delivery delivery) {
        if (!intake.add(delivery)) {
            log.readFrom(keys.partition(), intake.expected());
        }
    }

    /** The log was found to end here by a question asked at that time. */
    void logEnds(long offset, long askedMillis) {
        watermark.endSeen(offset, askedMillis);
    }

    /** The log cannot be read on from where it was; begins again with the next step. */
    void logBroke(String reason) {
        logTrouble = reason;
    }

    /** The partition is somebody else's now; what is running meets the fence. */
    void stop() {
        standing = new Standing.Stopped();
    }

    /**
     * Does the next piece of work.
     *
     * @return milliseconds after which there may be more to do; negative when there never will
     */
    long step() {
        if (standing instanceof Standing.Stopped) {
            ledger = null;
            return -1;
        }
        try {
            String trouble = logTrouble;
            if (trouble != null) {
                logTrouble = null;
                throw new LogUnavailableException(trouble);
            }
            long next = ledger == null ? claim() : work();
            failures = 0;
            return next;
        } catch (FenceLostException e) {
            meters.fenceLost();
            return begin("another owner has claimed it, or Redis went back in time", WAIT_WHEN_FENCED_MILLIS);
        } catch (StoreUnavailableException | LogUnavailableException e) {
            return begin(e.getMessage(), backOff());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Partition %d: counting failed", keys.partition());
            return begin(e.toString(), backOff());
        }
    }

    private long begin(String reason, long waitMillis) {
        ledger = null;
        intake.expect(-1);
        log.pause(keys.partition());
        if (!(standing instanceof Standing.Stopped)) {
            meters.failed();
            LOG.warnf("Partition %d: begins again in %d ms: %s", keys.partition(), waitMillis, reason);
            stand(new Standing.Waiting(reason));
        }
        return waitMillis;
    }

    private long backOff() {
        return Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(10, failures++));
    }

    private synchronized void stand(Standing next) {
        if (!(standing instanceof Standing.Stopped)) {
            standing = next;
        }
    }

    private long claim() {
        PartitionLog.Span span = await(log.span(keys.partition()));
        Claim claim = store.claim().orElseGet(() -> claimAnew(span.start()));
        if (claim.position() > span.end()) {
            throw new LogUnavailableException("position " + claim.position() + " is beyond the end of the log, "
                    + span.end() + ": Kafka lost records, or the topic was made anew; to count the new topic, raise"
                    + " deskpulse.metrics.generation");
        }
        long from = Math.max(claim.position(), span.start());
        if (from > claim.position()) {
            meters.recordsLost(from - claim.position());
            LOG.errorf(
                    "Partition %d: Kafka deleted %d records before they were counted",
                    keys.partition(), from - claim.position());
        }
        ledger = new Ledger(keys, store, subjects, claim, settings.bounds());
        position = from;
        round = new Round(from);
        written = claim.watermark();
        watermark = new Watermark(claim.watermark());
        publisher.begin();
        intake.expect(from);
        log.readFrom(keys.partition(), from);
        LOG.infof("Partition %d: counts from position %d", keys.partition(), from);
        stand(new Standing.Counting());
        return 0;
    }

    private Claim claimAnew(long start) {
        if (restore.restore(keys)) {
            return store.claim().orElseThrow(() -> new LogUnavailableException("the restored head is gone again"));
        }
        return store.claimFrom(start);
    }

    private long work() {
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
            writeRound(now);
            return 0;
        }
        if (mayApply()) {
            return 0;
        }
        if (round.isEmpty() && watermark.at(position, Long.MIN_VALUE, now) >= written + settings.heartbeatMillis()) {
            write(position, now);
        }
        publisher.publish(ledger, lag() > settings.behind());
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
        return lastWriteMillis
                + (lag() > settings.behind() ? settings.lingerBehindMillis() : settings.lingerMillis())
                - now;
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
            await(BatchReader.all(round.refusals()));
        }
        watermark.at(round.position(), round.lastTimestampMillis(), now);
        write(round.position(), now);
        position = round.position();
        meters.counted(round, clock.millis());
        round = new Round(position);
        log.counted(keys.partition(), position);
        publisher.publish(ledger, true);
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

    private <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(settings.waitMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LogUnavailableException("Kafka: " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new LogUnavailableException("Kafka gave no answer within " + settings.waitMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("interrupted while waiting for Kafka");
        }
    }

    /** The fence in the store is not ours. */
    private static final class FenceLostException extends RuntimeException {
        private FenceLostException() {
            super(null, null, false, false);
        }
    }

    /** Kafka did not answer, or holds less than was counted. */
    private static final class LogUnavailableException extends RuntimeException {
        private LogUnavailableException(String message) {
            super(message);
        }
    }
}
