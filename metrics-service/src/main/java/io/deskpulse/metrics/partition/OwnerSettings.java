package io.deskpulse.metrics.partition;

import io.deskpulse.metrics.counting.Bounds;

/**
 * How an owner goes about its work.
 *
 * @param maxEvents the most events in one write
 * @param lingerMillis how long after a write the next one waits for more events
 * @param lingerMostMillis how long at most where writes take long
 * @param lingerBehindMillis the same while far behind
 * @param behind from how many events on it is far behind
 * @param heartbeatMillis how often the watermark of an idle partition is written
 * @param waitMillis how long it waits for dead letters and the log to answer
 * @param bounds what it may hold in memory
 */
record OwnerSettings(
        int maxEvents,
        long lingerMillis,
        long lingerMostMillis,
        long lingerBehindMillis,
        long behind,
        long heartbeatMillis,
        long waitMillis,
        Bounds bounds) {}
