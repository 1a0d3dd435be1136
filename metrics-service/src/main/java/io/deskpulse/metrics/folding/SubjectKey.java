package io.deskpulse.metrics.folding;

/**
 * Names a subject inside a partition.
 *
 * @param tenant whose
 * @param kind {@code c} conversation, {@code v} visitor or customer, {@code k} a shard of costs, {@code i} incidents
 * @param id the id inside its kind; empty for incidents
 */
public record SubjectKey(String tenant, char kind, String id) {}
