package io.deskpulse.simulator.feed;

import java.io.PrintStream;

/** Tells people how the feed goes: what changes, once, and not what goes on. Not thread-safe. */
final class Talk {
    private static final int PATIENCE = 5;

    private final PrintStream out;
    private int askedToWait;
    private boolean waiting;
    private boolean rejected;

    Talk(PrintStream out) {
        this.out = out;
    }

    void waiting(Reply.Later later) {
        // Being asked to slow down is nothing to tell, unless it goes on.
        askedToWait++;
        if (!waiting && (later.after() == null || askedToWait > PATIENCE)) {
            waiting = true;
            say("waiting for the ingest service: " + later.reason());
        }
    }

    void taken(Reply.Taken taken) {
        askedToWait = 0;
        if (waiting) {
            waiting = false;
            say("the ingest service takes events again");
        }
        if (taken.rejected() > 0 && !rejected) {
            rejected = true;
            say("an event was rejected (told once): " + taken.reason());
        }
    }

    void live(long sent) {
        say("caught up after " + sent + " events; live from now on");
    }

    void say(String text) {
        out.println("simulator: " + text);
    }
}
