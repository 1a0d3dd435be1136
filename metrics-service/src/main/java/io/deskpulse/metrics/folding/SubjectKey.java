package io.deskpulse.metrics.folding;

/**
 * Names a subject inside a partition.
 *
 * @param tenant whose
 * @param kind {@code c} conversation, {@code v} visitor or customer, {@code k} a shard of costs, {@code i} incidents
 * @param id the id inside its kind; empty for incidents
 */
public record SubjectKey(String tenant, char kind, String id) {
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    /** Spread over all bits: ids that count up would fill a few bins of a map, and a partition has but some of them. */
    @Override
    public int hashCode() {
        int hash = (31 * tenant.hashCode() + kind + id.hashCode()) * GOLDEN_RATIO;
        return hash ^ hash >>> 15;
    }
}
