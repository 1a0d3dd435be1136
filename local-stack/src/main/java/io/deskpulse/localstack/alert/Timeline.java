package io.deskpulse.localstack.alert;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints what happened when, with the seconds since what went before. */
final class Timeline {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private Instant before;

    Timeline(PrintStream out) {
        this.out = out;
    }

    void note(Instant at, String what) {
        var seconds = before == null ? 0 : Duration.between(before, at).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%s  %+8.3f s  %s%n", TIME.format(at), seconds, what);
        before = at;
    }

    void say(String what) {
        out.println(what);
    }
}
