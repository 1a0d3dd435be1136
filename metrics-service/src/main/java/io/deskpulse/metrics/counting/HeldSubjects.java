package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.Subjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The subjects that one owner works on. One that the store does not know is held too, so that it is asked only once.
 * Used by one thread.
 */
final class HeldSubjects {
    private final Keys keys;
    private final PartitionStore store;
    private final Subjects subjects;
    private final Map<SubjectKey, HeldSubject> held = new LinkedHashMap<>(1024, 0.75f, true);
    private final List<HeldSubject> changed = new ArrayList<>();
    private long hits;
    private long misses;

    HeldSubjects(Keys keys, PartitionStore store, Subjects subjects) {
        this.keys = keys;
        this.store = store;
        this.subjects = subjects;
    }

    /** Reads those that are not held, all in one go. */
    void load(Collection<SubjectKey> wanted) {
        List<SubjectKey> missing = new ArrayList<>();
        List<byte[]> names = new ArrayList<>();
        for (SubjectKey key : wanted) {
            if (!held.containsKey(key)) {
                missing.add(key);
                names.add(keys.subject(key.tenant(), key.kind(), key.id()).getBytes(UTF_8));
            }
        }
        hits += wanted.size() - missing.size();
        misses += missing.size();
        if (missing.isEmpty()) {
            return;
        }
        List<byte[]> states = store.values(names);
        for (int i = 0; i < missing.size(); i++) {
            SubjectKey key = missing.get(i);
            byte[] state = states.get(i);
            held.put(
                    key,
                    new HeldSubject(
                            key,
                            names.get(i),
                            state == null ? subjects.create(key) : subjects.decode(key, state),
                            state != null));
        }
    }

    /** One that was loaded. */
    HeldSubject get(SubjectKey key) {
        return held.get(key);
    }

    void change(HeldSubject subject) {
        if (!subject.changed) {
            subject.changed = true;
            changed.add(subject);
        }
    }

    /** Those that changed since the last call of {@link #settle}. */
    List<HeldSubject> changed() {
        return changed;
    }

    /** All that changed is stored. */
    void settle() {
        for (HeldSubject subject : changed) {
            subject.changed = false;
            subject.stored = true;
        }
        changed.clear();
    }

    /** Forgets what was not used for longest until at most this many are held. */
    void evict(int max) {
        Iterator<HeldSubject> oldest = held.values().iterator();
        for (int over = held.size() - max; over > 0 && oldest.hasNext(); over--) {
            oldest.next();
            oldest.remove();
        }
    }

    int size() {
        return held.size();
    }

    long takeHits() {
        long taken = hits;
        hits = 0;
        return taken;
    }

    long takeMisses() {
        long taken = misses;
        misses = 0;
        return taken;
    }
}
