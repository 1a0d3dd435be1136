package io.deskpulse.localstack.process;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the servers' libraries say in a program of ours: warnings only, a line each. */
public final class Quiet {

    // held, or the logging library would forget its level
    private static final Logger ROOT = Logger.getLogger("");

    private Quiet() {}

    /** For the whole JVM; to be called first. */
    public static void libraries() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %3$s: %5$s%6$s%n");
        ROOT.setLevel(Level.WARNING);
    }
}
