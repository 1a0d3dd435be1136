/**
 * Reads the log partition by partition and counts it exactly once (docs/reference/exactly-once.md): who owns a partition,
 * what it does in which order, and what becomes of it when Redis, Kafka or another owner gets in the way.
 */
package io.deskpulse.metrics.partition;
