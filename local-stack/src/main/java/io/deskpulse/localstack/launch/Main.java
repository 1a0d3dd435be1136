package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.alert.AlertTrial;
import io.deskpulse.localstack.process.Quiet;
import io.deskpulse.localstack.replay.ReplayCommand;
import io.deskpulse.localstack.token.KeySet;
import io.deskpulse.localstack.token.TokenMint;
import java.time.Clock;
import java.util.List;

/** The program behind the script {@code run}. Exit codes: 0 done, 1 failed, 2 not understood. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        Quiet.libraries();
        System.exit(run(CommandLine.read(List.of(words)), Layout.ofThisJvm()));
    }

    private static int run(Request request, Layout layout) {
        var console = new Console(System.out, Boolean.getBoolean("deskpulse.terminal"));
        try {
            if (request instanceof Request.Up up) {
                return new Launch(layout, up, console).run();
            } else if (request instanceof Request.Status) {
                return new StatusReport(layout, console).print();
            } else if (request instanceof Request.Stop) {
                return new StopCommand(layout, console).run();
            } else if (request instanceof Request.Mint mint) {
                console.line(new TokenMint(KeySet.in(layout.keys()), Clock.systemUTC()).mint(mint.token()));
                return 0;
            } else if (request instanceof Request.Rotate) {
                return rotate(layout, console);
            } else if (request instanceof Request.Replay replay) {
                return new ReplayCommand(
                                replay.options(),
                                () -> ReplayTargets.of(layout, replay.options().tenant()))
                        .run();
            } else if (request instanceof Request.Alert) {
                return new AlertTrial(AlertTargets.of(layout), Clock.systemUTC(), System.out).run();
            } else if (request instanceof Request.Wrong wrong) {
                System.err.println(wrong.reason() + ". ./run --help tells all options.");
                return 2;
            }
            console.line(Usage.TEXT.stripTrailing());
            return 0;
        } catch (RuntimeException e) {
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return 1;
        }
    }

    private static int rotate(Layout layout, Console console) {
        var keys = KeySet.in(layout.keys());
        keys.rotate();
        console.line("New tokens are signed with key " + keys.currentId() + "; older tokens stay valid.");
        console.line("Running services learn the new key within a minute, or at their next start.");
        return 0;
    }
}
