package io.deskpulse.alerting.audit;

/** Who changed what. Called in the transaction of the change. Thread-safe. */
public interface Audit {
    /**
     * Notes a change.
     *
     * @param actor who; the token's id where the caller has no name
     * @param kind of thing, such as {@code rule}, {@code silence}, {@code receiver}, {@code alert}
     * @param id of the thing
     * @param action such as {@code created}, {@code changed}, {@code deleted}, {@code acknowledged}
     * @param before JSON without secrets, or null
     * @param after JSON without secrets, or null
     */
    void note(String tenant, String actor, String kind, String id, String action, String before, String after);
}
