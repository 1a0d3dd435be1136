package io.deskpulse.metrics.partition;

/** The fence in the store is not ours: another owner has claimed, or the store went back in time. */
final class FenceLostException extends RuntimeException {
    FenceLostException() {
        super(null, null, false, false);
    }
}
