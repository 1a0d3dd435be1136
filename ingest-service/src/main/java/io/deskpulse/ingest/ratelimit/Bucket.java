package io.deskpulse.ingest.ratelimit;

import io.smallrye.mutiny.Uni;

/** The token buckets that all instances share, one for each tenant. Thread-safe. */
public interface Bucket {
    /**
     * Takes tokens: {@code wanted} if there are so many, else what there is, but nothing where that is fewer than
     * {@code needed}. One full bucket is enough for any need and then goes into debt, or a large request could never pass.
     *
     * @return fails where the buckets cannot be reached
     */
    Uni<Grant> take(String tenant, Allowance allowance, long needed, long wanted);

    /**
     * What a bucket gave.
     *
     * @param granted tokens taken; 0 where there were too few
     * @param remaining tokens left
     * @param waitMillis until there will be enough; 0 where there were
     */
    record Grant(long granted, long remaining, long waitMillis) {}
}
