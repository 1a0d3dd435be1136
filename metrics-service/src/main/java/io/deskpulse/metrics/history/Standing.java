package io.deskpulse.metrics.history;

/**
 * What the head of a partition says (docs/decisions/0001).
 *
 * @param token of the claim
 * @param revision of the last write
 * @param position next offset to count
 * @param watermark wall clock in milliseconds: all that Kafka held of this partition then is counted
 */
public record Standing(String token, long revision, long position, long watermark) {
    /** Takes the fence apart: {@code <token>:<revision>}. */
    public static Standing of(String fence, long position, long watermark) {
        int colon = fence.lastIndexOf(':');
        return new Standing(fence.substring(0, colon), Long.parseLong(fence.substring(colon + 1)), position, watermark);
    }

    /** The fence that this was read from. */
    public String fence() {
        return token + ":" + revision;
    }
}
