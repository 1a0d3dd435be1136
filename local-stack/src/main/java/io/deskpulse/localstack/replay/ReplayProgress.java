package io.deskpulse.localstack.replay;

/** Follows a replay. */
public interface ReplayProgress {

    /** So many events have been answered, so many of them rejected. */
    void sent(int events, int rejected);

    /** A batch has to wait. */
    void waiting(String reason);

    /** All is sent; the counters have come so far, in milliseconds behind the last answer. */
    void counting(long behindMillis);
}
