package io.deskpulse.localstack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks again and again until the answer is yes. */
public final class Patience {

    private static final long BETWEEN_MILLIS = 50;

    private Patience() {}

    /**
     * Returns when the probe says yes.
     *
     * @param what it is waited for, for the message of the failure
     * @throws IllegalStateException when the time is over
     */
    public static void until(String what, Duration limit, Probe probe) {
        var end = System.nanoTime() + limit.toNanos();
        try {
            while (!answers(probe)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(what + ": not within " + limit.toSeconds() + " s");
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting: " + what, e);
        }
    }

    private static boolean answers(Probe probe) throws InterruptedException {
        try {
            return probe.ready();
        } catch (IOException notYet) {
            return false;
        }
    }
}
