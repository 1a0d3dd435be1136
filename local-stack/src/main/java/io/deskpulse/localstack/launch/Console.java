package io.deskpulse.localstack.launch;

import java.io.PrintStream;

/** Where a run speaks to people: lines that stay, and on a terminal one last line that changes. Thread-safe. */
public final class Console {

    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private boolean changing;

    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether a line can be changed after it was written. */
    public boolean terminal() {
        return terminal;
    }

    /** Writes a line that stays. */
    public synchronized void line(String text) {
        endChanging();
        out.println(text);
        out.flush();
    }

    /** Writes over the changing line; without a terminal, a line of its own. */
    public synchronized void change(String text) {
        if (terminal) {
            out.print(CLEAR + text);
            changing = true;
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Leaves the changing line as it is and goes on below. */
    public synchronized void endChanging() {
        if (changing) {
            out.println();
            changing = false;
        }
    }
}
