package io.deskpulse.metrics.history;

import io.deskpulse.metrics.cell.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Brings what changed of one partition to Postgres, in one transaction, so that Postgres holds the partition exactly as
 * it was at one position. The owner goes on counting meanwhile: keys are read in pages, those with the oldest changes
 * first, and one that changes after it was read comes again on a later page. The last page leaves none, so then all that
 * was read is true of that page's head. Pages grow when that takes long, so a last one comes however busy the partition is.
 *
 * <p>Thread-safe. One partition may not be saved twice at the same time by one process; two processes are kept apart by
 * the transaction.
 */
@ApplicationScoped
public class PartitionSave {
    private static final int FIRST_PAGE = 500;
    /** Redis does nothing else while it reads a page, and taking one apart holds an event loop up: who counts and who asks must not notice either. */
    private static final int USUAL_PAGE = 500;
    /** A partition that changes faster than it is saved is caught up with by pages without that limit. */
    private static final int USUAL_KEYS = 400_000;

    private final LivePartition live;
    private final Archive archive;

    PartitionSave(LivePartition live, Archive archive) {
        this.live = live;
        this.archive = archive;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Postgres holds the partition as of this standing. */
        record Saved(Standing standing, int keys) implements Outcome {}

        /** Nothing has changed since the last save. */
        record Unchanged() implements Outcome {}

        /** The partition has no head: nothing is counted yet, or Redis was lost. */
        record NoHead() implements Outcome {}

        /** Postgres already holds something newer than what was read here: another process owns the partition. */
        record Superseded() implements Outcome {}
    }

    /** Saves a partition. Fails where Redis or Postgres does; nothing is changed then, and it may be tried again. */
    public Uni<Outcome> save(Keys keys, int generation) {
        return live.read(keys, 0, FIRST_PAGE).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(new Outcome.NoHead());
            }
            Page page = found.get();
            if (page.holdsNothingNew()) {
                return Uni.createFrom().item(new Outcome.Unchanged());
            }
            return archive.saving(keys.partition(), generation, saving -> saveFrom(keys, saving, page))
                    .call(outcome -> confirm(keys, outcome));
        });
    }

    private Uni<Outcome> saveFrom(Keys keys, Archive.Saving saving, Page page) {
        if (saving.revision() > page.standing().revision()) {
            return Uni.createFrom().item(new Outcome.Superseded());
        }
        if (page.savedRevision() == saving.revision()) {
            return putPages(keys, saving, page, FIRST_PAGE, 0);
        }
        return remarked(keys, saving, page)
                .chain(() -> live.read(keys, 0, FIRST_PAGE))
                .chain(again -> again.isEmpty()
                        ? Uni.createFrom().item(new Outcome.NoHead())
                        : putPages(keys, saving, again.get(), FIRST_PAGE, 0));
    }

    /**
     * Has read again what one side does not know of. Where Redis fell back behind a save, it may now be another history
     * than the rows of that save tell; where Postgres fell back or was emptied, it lacks what Redis no longer marks.
     */
    private Uni<Void> remarked(Keys keys, Archive.Saving saving, Page page) {
        long revision = page.standing().revision();
        return saving.revision() < page.savedRevision()
                ? live.markAllUnsaved(keys, revision)
                : saving.namesAfter(page.savedRevision()).chain(names -> marked(keys, names, revision));
    }

    private Uni<Void> marked(Keys keys, List<String> names, long revision) {
        return names.isEmpty() ? Uni.createFrom().voidItem() : live.markUnsaved(keys, names, revision);
    }

    private Uni<Outcome> putPages(Keys keys, Archive.Saving saving, Page page, int limit, int before) {
        int total = before + page.entries().size();
        Uni<Void> put = saving.put(page.entries());
        if (page.last()) {
            return put.chain(() -> saving.stand(page.standing(), page.books()))
                    .replaceWith(new Outcome.Saved(page.standing(), total));
        }
        int next = total < USUAL_KEYS ? Math.min(USUAL_PAGE, limit * 2) : limit * 2;
        return put.chain(() -> live.read(keys, page.lastRevision(), next))
                .chain(found -> found.filter(following -> following.follows(page))
                        .map(following -> putPages(keys, saving, following, next, total))
                        .orElseGet(PartitionSave::torn));
    }

    private static Uni<Outcome> torn() {
        return Uni.createFrom()
                .failure(new IllegalStateException("The partition changed hands during a save; the next one does it."));
    }

    private Uni<?> confirm(Keys keys, Outcome outcome) {
        return outcome instanceof Outcome.Saved saved
                ? live.confirm(keys, saved.standing())
                : Uni.createFrom().voidItem();
    }
}
