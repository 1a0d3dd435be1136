package io.deskpulse.endtoend.reference;

import java.util.ArrayList;
import java.util.List;

/** Everything that was counted; leaves out what belongs to tests. */
final class Facts {
    private final List<Fact> all = new ArrayList<>();

    void file(String measure, long time, Attributes attributes) {
        file(measure, time, attributes, 1, "");
    }

    void file(String measure, long time, Attributes attributes, double amount) {
        file(measure, time, attributes, amount, "");
    }

    void file(String measure, long time, Attributes attributes, double amount, String label) {
        if (!attributes.test()) {
            all.add(new Fact(measure, time, attributes.dimensions(), amount, label));
        }
    }

    /** A wait in seconds, never below 0. */
    void fileWait(String measure, long filed, Attributes attributes, long from, long to) {
        file(measure, filed, attributes, Math.max(0, to - from) / 1000.0);
    }

    List<Fact> all() {
        return all;
    }
}
