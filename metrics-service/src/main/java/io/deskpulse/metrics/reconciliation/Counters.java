package io.deskpulse.metrics.reconciliation;

import io.deskpulse.catalogue.measure.Tally;
import java.util.Map;

/**
 * What a store holds of one partition and tenant, read at one moment.
 *
 * @param position the next offset that was not counted then
 * @param wallMillis wall clock at or after the last look at timers
 * @param unsaved how many keys of the partition changed since they were last saved; 0 for what is saved
 * @param cells by place; what is empty may be absent
 */
public record Counters(long position, long wallMillis, long unsaved, Map<Cell, Tally> cells) {}
