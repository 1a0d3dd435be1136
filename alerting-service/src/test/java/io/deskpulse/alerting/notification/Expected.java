package io.deskpulse.alerting.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A notification that has to come, once. */
final class Expected {
    private final TimeLine line;
    private final What what;
    private String receiver = "default";
    private int level;
    private int truncated;
    private Instant from;
    private Instant to;

    Expected(TimeLine line, What what) {
        this.line = line;
        this.what = what;
    }

    Expected to(String id) {
        receiver = id;
        return this;
    }

    Expected truncated(int number) {
        truncated = number;
        return this;
    }

    Expected level(int number) {
        level = number;
        return this;
    }

    TimeLine between(Duration earliest, Duration latest) {
        from = line.beginning().plus(earliest);
        to = line.beginning().plus(latest);
        return line;
    }

    TimeLine at(Duration time) {
        return between(time, time);
    }

    TimeLine at(String moment) {
        from = Instant.parse(moment);
        to = from;
        return line;
    }

    private boolean is(RecordingSender.Received received) {
        return received.notification().receiver().equals(receiver)
                && received.notification().escalation() == level
                && received.notification().truncated() == truncated
                && !received.at().isBefore(from)
                && !received.at().isAfter(to)
                && What.of(received.notification()).equals(what);
    }

    @Override
    public String toString() {
        return what + " to " + receiver + (level > 0 ? " at level " + level : "") + " from " + from + " to " + to;
    }

    /** Fails where something expected did not come, or something came that was not expected. */
    static void compare(List<Expected> expected, List<RecordingSender.Received> received, Supplier<String> log) {
        List<RecordingSender.Received> left = new ArrayList<>(received);
        List<Expected> missed = new ArrayList<>();
        for (Expected one : expected) {
            Optional<RecordingSender.Received> met =
                    left.stream().filter(one::is).findFirst();
            met.ifPresentOrElse(left::remove, () -> missed.add(one));
        }
        if (!missed.isEmpty() || !left.isEmpty()) {
            throw new AssertionError("missed: " + missed + "\nnot expected: " + told(left) + "\nall: " + told(received)
                    + "\nlog: " + log.get());
        }
    }

    static String told(List<RecordingSender.Received> received) {
        StringBuilder text = new StringBuilder();
        received.forEach(one -> text.append("\n  ")
                .append(one.at())
                .append(' ')
                .append(one.notification().receiver())
                .append(' ')
                .append(What.of(one.notification()))
                .append(" level ")
                .append(one.notification().escalation())
                .append(' ')
                .append(one.answer()));
        return text.toString();
    }
}
