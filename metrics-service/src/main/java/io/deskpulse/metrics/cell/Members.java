package io.deskpulse.metrics.cell;

import io.deskpulse.metrics.folding.state.Hash64;

/** What different things are told apart by. */
public final class Members {
    private Members() {}

    /** The hash of a member, the same for ever. */
    public static long hash(String member) {
        return Hash64.of(member, "");
    }
}
