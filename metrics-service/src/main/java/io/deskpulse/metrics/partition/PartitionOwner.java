package io.deskpulse.metrics.partition;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.counting.Claim;
import io.deskpulse.metrics.counting.Ledger;
import io.deskpulse.metrics.counting.PartitionStore;
import io.deskpulse.metrics.counting.StoreUnavailableException;
import io.deskpulse.metrics.folding.Subjects;
import io.deskpulse.metrics.publishing.PartitionPublisher;
import java.time.InstantSource;
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
    private final SampledEvents sampled;

    private volatile Standing standing = new Standing.Claiming();
    private volatile String logTrouble;
    private volatile Watermark watermark = new Watermark(0, 0);
    /** Null while the partition is not ours. */
    private Tenure tenure;

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
            SampledEvents sampled,
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
        this.sampled = sampled;
        this.reader = new BatchReader(subjects, sampled);
    }

    Keys keys() {
        return keys;
    }

    Standing standing() {
        return standing;
    }

    long lag() {
        return watermark.lag();
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
            tenure = null;
            return -1;
        }
        try {
            String trouble = logTrouble;
            if (trouble != null) {
                logTrouble = null;
                throw new LogUnavailableException(trouble);
            }
            long next = tenure == null ? claim() : tenure.work();
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
        tenure = null;
        sampled.dropped();
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
        PartitionLog.Span span = LogUnavailableException.await(log.span(keys.partition()), settings.waitMillis());
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
        Ledger ledger = new Ledger(keys, store, subjects, claim, settings.bounds());
        watermark = new Watermark(claim.watermark(), from);
        tenure = new Tenure(
                keys.partition(),
                log,
                intake,
                reader,
                ledger,
                watermark,
                claim.watermark(),
                from,
                publisher,
                meters,
                settings,
                sampled,
                clock);
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
}
