package io.deskpulse.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command line asks for.
 *
 * @param quick smaller sizes: a check that it runs, not a measurement
 * @param only the benchmarks to run; all where empty
 * @param keep leaves the logs of services behind
 * @param rounds how often each side is measured, in turn; the median counts
 */
record Options(boolean quick, Set<String> only, boolean keep, int rounds) {
    static final String USAGE =
            """
            Measures Deskpulse on this machine against references in the same run.

              benchmarks/run [--quick] [--only NAME[,NAME]] [--rounds N] [--keep]

              --quick   smaller sizes, to see that it runs; figures mean little
              --only    of: batches, singles, backlog, visible, queries, answers, alerts, writes, startup
              --rounds  how often each side is measured, in turn; the median counts (3)
              --keep    keep the logs in benchmarks/target/run

            Takes about twenty minutes. Nothing else should run meanwhile.
            """;

    static final List<String> NAMES =
            List.of("batches", "singles", "backlog", "visible", "queries", "answers", "alerts", "writes", "startup");

    /** @throws IllegalArgumentException whose message tells people what is wrong */
    static Options of(String... arguments) {
        boolean quick = false;
        boolean keep = false;
        int rounds = 3;
        Set<String> only = new TreeSet<>();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            switch (name) {
                case "--quick" -> quick = true;
                case "--keep" -> keep = true;
                case "--rounds" -> rounds = number(rest.poll());
                case "--only" -> only.addAll(names(rest.poll()));
                default -> throw new IllegalArgumentException("unknown option " + name + "; --help lists them");
            }
        }
        return new Options(quick, only, keep, quick ? 1 : rounds);
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private static int number(String text) {
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--rounds needs a number");
        }
    }

    private static List<String> names(String text) {
        List<String> names = text == null ? List.of() : List.of(text.split(","));
        if (names.isEmpty() || !NAMES.containsAll(names)) {
            throw new IllegalArgumentException("--only needs some of " + String.join(", ", NAMES));
        }
        return names;
    }
}
