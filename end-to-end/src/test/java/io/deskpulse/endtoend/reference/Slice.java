package io.deskpulse.endtoend.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The facts of one group in a range of time; the start counts, the end does not. */
final class Slice {
    private static final long MINUTE = 60_000;
    private final Map<String, List<Fact>> group;
    private final List<Fact> everything;
    private final long from;
    private final long to;

    Slice(List<Fact> group, List<Fact> everything) {
        this(group.stream().collect(Collectors.groupingBy(Fact::measure)), everything, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Slice(Map<String, List<Fact>> group, List<Fact> everything, long from, long to) {
        this.group = group;
        this.everything = everything;
        this.from = from;
        this.to = to;
    }

    Slice in(long start, long end) {
        return new Slice(group, everything, start, end);
    }

    List<Fact> facts(String measure) {
        return group.getOrDefault(measure, List.of()).stream()
                .filter(fact -> from <= fact.time() && fact.time() < to)
                .toList();
    }

    double count(String... measures) {
        double number = 0;
        for (String measure : measures) {
            number += facts(measure).size();
        }
        return number;
    }

    double sum(String measure) {
        return facts(measure).stream().mapToDouble(Fact::amount).sum();
    }

    double minutes() {
        return (to - from) / (double) MINUTE;
    }

    long distinct(String measure) {
        return facts(measure).stream().map(Fact::label).distinct().count();
    }

    /** The greatest number of episodes open at the end of a minute of the range. */
    double greatestOpen() {
        TreeSet<Long> minutes = new TreeSet<>();
        minutes.add(minute(from));
        for (String measure : List.of("opened", "left")) {
            facts(measure).forEach(fact -> minutes.add(minute(fact.time())));
        }
        return minutes.stream().mapToDouble(this::openAtEndOf).max().orElse(0);
    }

    private double openAtEndOf(long minute) {
        return untilEndOf(minute, "opened") - untilEndOf(minute, "left");
    }

    private double untilEndOf(long minute, String measure) {
        return group.getOrDefault(measure, List.of()).stream()
                .filter(fact -> minute(fact.time()) <= minute)
                .count();
    }

    /** The minutes of the range in which an incident was open for a while. */
    double minutesWithIncident() {
        TreeSet<Long> minutes = new TreeSet<>();
        for (Fact outage : group.getOrDefault("outage", List.of())) {
            long opened = Math.max(from, (long) outage.amount());
            long closed = Math.min(to, outage.time());
            for (long minute = minute(opened); minute * MINUTE < closed; minute++) {
                minutes.add(minute);
            }
        }
        return minutes.size();
    }

    /** Hours that bots saved: each of their solutions takes as long as a human takes in that scene, else six minutes. */
    double hoursSaved() {
        double seconds = 0;
        for (Fact resolved : facts("resolved_by_bot")) {
            String scene = resolved.dimensions().get("scene");
            seconds += everything.stream()
                    .filter(fact -> fact.measure().equals("human_handling_time"))
                    .filter(fact -> from <= fact.time() && fact.time() < to)
                    .filter(fact -> fact.dimensions().get("scene").equals(scene))
                    .mapToDouble(Fact::amount)
                    .average()
                    .orElse(360);
        }
        return seconds / 3600;
    }

    private static long minute(long time) {
        return Math.floorDiv(time, MINUTE);
    }
}
