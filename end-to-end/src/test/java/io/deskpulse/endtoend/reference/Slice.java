package io.deskpulse.endtoend.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The facts of one group in a bucket of the range that is asked for. */
final class Slice {
    private static final long MINUTE = 60_000;
    private final Map<String, List<Fact>> group;
    private final List<Fact> everything;
    private final Range bucket;
    private final Range asked;

    Slice(List<Fact> group, List<Fact> everything) {
        this(group.stream().collect(Collectors.groupingBy(Fact::measure)), everything, Range.EVER, Range.EVER);
    }

    private Slice(Map<String, List<Fact>> group, List<Fact> everything, Range bucket, Range asked) {
        this.group = group;
        this.everything = everything;
        this.bucket = bucket;
        this.asked = asked;
    }

    Slice in(Range part, Range whole) {
        return new Slice(group, everything, part, whole);
    }

    /** Only what is labelled so, of the measures that carry a label. */
    Slice labelled(String label) {
        Map<String, List<Fact>> some = new HashMap<>();
        group.forEach((measure, facts) -> some.put(
                measure,
                facts.stream()
                        .filter(fact -> fact.label().isEmpty() || fact.label().equals(label))
                        .toList()));
        return new Slice(some, everything, bucket, asked);
    }

    List<Fact> facts(String measure) {
        return group.getOrDefault(measure, List.of()).stream()
                .filter(fact -> bucket.holds(fact.time()))
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

    /** How many scores are at least that. */
    double atLeast(String measure, int score) {
        return facts(measure).stream().filter(fact -> fact.amount() >= score).count();
    }

    /** How many scores there are of each point. */
    Map<String, Double> scores(String measure, int least, int greatest) {
        Map<String, Double> scores = new HashMap<>();
        for (int score = least; score <= greatest; score++) {
            int wanted = score;
            scores.put(Integer.toString(score), (double) facts(measure).stream()
                    .filter(fact -> fact.amount() == wanted)
                    .count());
        }
        return scores;
    }

    double minutes() {
        return bucket.minutes();
    }

    long distinct(String measure) {
        return facts(measure).stream().map(Fact::label).distinct().count();
    }

    /** The greatest number of episodes open at the end of a minute of the range. */
    double greatestOpen() {
        TreeSet<Long> minutes = new TreeSet<>();
        minutes.add(minute(bucket.from()));
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
            long opened = Math.max(bucket.from(), (long) outage.amount());
            long closed = Math.min(bucket.to(), outage.time());
            for (long minute = minute(opened); minute * MINUTE < closed; minute++) {
                minutes.add(minute);
            }
        }
        return minutes.size();
    }

    /** Hours that bots saved: each of their solutions takes as long as a human takes in that scene, else six minutes. */
    double hoursSaved() {
        Map<String, Double> handling = everything.stream()
                .filter(fact -> fact.measure().equals("human_handling_time") && asked.holds(fact.time()))
                .collect(Collectors.groupingBy(
                        fact -> fact.dimensions().get("scene"), Collectors.averagingDouble(Fact::amount)));
        return facts("resolved_by_bot").stream()
                        .mapToDouble(resolved ->
                                handling.getOrDefault(resolved.dimensions().get("scene"), 360.0))
                        .sum()
                / 3600;
    }

    private static long minute(long time) {
        return Math.floorDiv(time, MINUTE);
    }
}
