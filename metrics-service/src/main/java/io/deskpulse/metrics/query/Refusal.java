package io.deskpulse.metrics.query;

/**
 * Why a question is not answered.
 *
 * @param reason the kind of fault
 * @param parameter which part of the question it lies in
 * @param detail what is wrong and what to do
 */
public record Refusal(Reason reason, String parameter, String detail) implements Reply, Understanding {
    /** The kinds of faults. */
    public enum Reason {
        /** A part of the question cannot be understood. */
        INVALID,
        /** There is no such metric. */
        UNKNOWN_METRIC,
        /** The metric is defined, and not counted yet. */
        NOT_LIVE,
        /** Buckets that short are not kept that long. */
        NOT_KEPT,
        /** The answer would be too large. */
        TOO_LARGE
    }

    static Refusal invalid(String parameter, String detail) {
        return new Refusal(Reason.INVALID, parameter, detail);
    }
}
