package io.deskpulse.metrics.counting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one partition keeps outside of this process. Used by one thread at a time; every call waits for its answer.
 *
 * <p>Every call throws {@link StoreUnavailableException} where the store does not answer in time. After that of a
 * {@link #write} nobody knows what is stored: the caller forgets all it believes and claims again.
 */
public interface PartitionStore {
    /**
     * Takes the partition over: whoever wrote here before can write no more. Nothing happens where it has no head, since
     * nothing was ever written here or all of it is lost.
     */
    Optional<Claim> claim();

    /** As {@link #claim}; makes a head with this position where there is none. */
    Claim claimFrom(long position);

    /**
     * Stores the changes, all or nothing.
     *
     * @param expected what the caller believes the fence to be
     * @return false where it is something else: another owner has claimed, or the store went back in time; nothing was
     *     written
     */
    boolean write(Fence expected, Changes changes);

    /** The values of these keys in their order, null where there is none. */
    List<byte[]> values(List<byte[]> keys);

    /** The hashes of these keys in their order, empty where there is none. */
    List<Map<String, byte[]>> hashes(List<String> keys);

    /** The first entries of sorted sets, each with the lowest score first and at most {@code limit} long. */
    List<List<Scored>> first(List<String> keys, int limit);

    /** All entries of a sorted set with this score. */
    List<Scored> withScore(String key, long score);

    /** Removes members with at most this score. */
    void removeUpTo(String key, long score);

    /** Removes members that still have the score with which they were read. */
    void removeUnchanged(String key, List<Scored> members);

    /** An entry of a sorted set. */
    record Scored(String member, long score) {}
}
