package io.deskpulse.metrics.history;

/**
 * One key of a partition as it stood at a revision.
 *
 * @param name the key without the partition's prefix
 * @param content a string's bytes, a hash packed by {@link PackedPairs}; null where the key is gone
 * @param expiresAtMillis when the key expires, rounded up to the hour so that saving it again seldom moves it; 0 for
 *     never
 * @param revision that of the write which changed it last
 */
public record Entry(String name, byte[] content, long expiresAtMillis, long revision) {}
