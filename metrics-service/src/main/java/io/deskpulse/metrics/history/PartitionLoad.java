package io.deskpulse.metrics.history;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.folding.Subject;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.Subjects;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads a partition that Redis has lost back from Postgres; counting then goes on from the position saved. Several may
 * try at the same time, of which the last to begin succeeds. Thread-safe.
 */
@ApplicationScoped
public class PartitionLoad {
    private final LivePartition live;
    private final Archive archive;
    private final Subjects subjects;

    PartitionLoad(LivePartition live, Archive archive, Subjects subjects) {
        this.live = live;
        this.archive = archive;
        this.subjects = subjects;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Nothing was ever saved: this is the first run. */
        record NothingSaved() implements Outcome {}

        /** Redis holds the partition as of this position. */
        record Loaded(long position, int keys) implements Outcome {}

        /** Another process has begun to load it since, or has done so. */
        record TakenOver() implements Outcome {}
    }

    /** Loads a partition without a head. Fails where Redis or Postgres does, and then may be tried again. */
    public Uni<Outcome> load(Keys keys, int generation) {
        return archive.standing(keys.partition(), generation)
                .chain(saved -> saved.map(standing -> load(keys, generation, standing))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NothingSaved())));
    }

    private Uni<Outcome> load(Keys keys, int generation, Standing standing) {
        Progress progress = new Progress();
        return live.beginLoading(keys)
                .chain(token -> archive.load(
                                keys.partition(), generation, entries -> portion(keys, token, entries, progress))
                        .chain(() -> archive.books(keys.partition(), generation))
                        .chain(books -> live.finishLoading(keys, token, standing, books)))
                .map(done -> done && !progress.takenOver
                        ? new Outcome.Loaded(standing.position(), progress.keys)
                        : new Outcome.TakenOver());
    }

    private Uni<Void> portion(Keys keys, String token, List<Entry> entries, Progress progress) {
        return live.load(keys, token, entries, timers(entries))
                .invoke(written -> progress.add(entries.size(), written))
                .replaceWithVoid();
    }

    private List<Timer> timers(List<Entry> entries) {
        List<Timer> timers = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.name().startsWith("s:")) {
                String name = entry.name().substring(2);
                String[] parts = name.split(":", 3);
                SubjectKey key = new SubjectKey(parts[0], parts[1].charAt(0), parts[2]);
                Subject subject = subjects.decode(key, entry.content());
                timers.addAll(Timer.of(parts[0], name, subject.deadlines()));
            }
        }
        return timers;
    }

    private static final class Progress {
        private int keys;
        private boolean takenOver;

        private void add(int more, boolean written) {
            keys += more;
            takenOver |= !written;
        }
    }
}
