package io.deskpulse.ingest.ratelimit;

import java.time.Duration;

/** Whether a tenant may send now. */
public sealed interface Admission {
    /** It may. */
    record Admitted() implements Admission {}

    /**
     * It has sent too much.
     *
     * @param allowance what it may send
     * @param remaining events it may still send at once
     * @param waiting until this request would pass
     */
    record Refused(Allowance allowance, long remaining, Duration waiting) implements Admission {}
}
