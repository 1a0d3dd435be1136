package io.deskpulse.metrics.counting;

import java.util.ArrayList;
import java.util.List;

/**
 * All that one write stores. Everything is computed before; the store only puts it in place. Filled by one thread,
 * then read.
 */
public final class Changes {
    /** No expiry is set. */
    public static final long KEEPS_EXPIRY = 0;

    private final Fence fence;
    private final long position;
    private final long watermark;
    private final List<byte[]> stateKeys = new ArrayList<>();
    private final List<byte[]> states = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    /**
     * Nothing but a new head.
     *
     * @param fence what stands in the head afterwards
     * @param position the next offset to read
     * @param watermark wall-clock milliseconds up to which all is counted
     */
    public Changes(Fence fence, long position, long watermark) {
        this.fence = fence;
        this.position = position;
        this.watermark = watermark;
    }

    /** Stores the state of a subject. */
    public void putState(byte[] key, byte[] state) {
        stateKeys.add(key);
        states.add(state);
    }

    /** Stores one more thing. */
    public void add(Operation operation) {
        operations.add(operation);
    }

    public Fence fence() {
        return fence;
    }

    public long position() {
        return position;
    }

    public long watermark() {
        return watermark;
    }

    public List<byte[]> stateKeys() {
        return stateKeys;
    }

    public List<byte[]> states() {
        return states;
    }

    public List<Operation> operations() {
        return operations;
    }

    /**
     * Puts arguments into one key.
     *
     * @param command what to do with them
     * @param key of the same partition
     * @param history whether the key is to be saved to the history
     * @param expireAtMillis when the key goes away, or {@link #KEEPS_EXPIRY}
     * @param arguments fields and values, scores and members, or members; never empty
     */
    public record Operation(
            Command command, byte[] key, boolean history, long expireAtMillis, List<byte[]> arguments) {}

    /** What can be done with a key. */
    public enum Command {
        /** Fields and values into a hash. */
        HSET,
        /** Scores and members into a sorted set. */
        ZADD,
        /** Members out of a sorted set. */
        ZREM
    }
}
