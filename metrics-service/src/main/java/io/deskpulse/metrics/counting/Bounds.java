package io.deskpulse.metrics.counting;

/**
 * What one owner may hold in memory.
 *
 * @param subjects subjects between two writes
 * @param series series between two writes
 * @param valuesPerBlock values that a block tells apart
 * @param minuteHorizonMillis age of minutes beyond which their cells are not sent on
 * @param timersPerWrite subjects whose timers are looked at in one write
 */
public record Bounds(int subjects, int series, int valuesPerBlock, long minuteHorizonMillis, int timersPerWrite) {}
