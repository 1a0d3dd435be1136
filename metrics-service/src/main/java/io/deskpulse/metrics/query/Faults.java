package io.deskpulse.metrics.query;

/** Remembers the first fault of a question. Mutable, not thread-safe. */
final class Faults {
    private Refusal first;

    void add(String parameter, String detail) {
        add(Refusal.invalid(parameter, detail));
    }

    void add(Refusal refusal) {
        if (first == null) {
            first = refusal;
        }
    }

    boolean none() {
        return first == null;
    }

    Refusal first() {
        return first;
    }
}
