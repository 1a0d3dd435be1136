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
 */
record Options(boolean quick, Set<String> only, boolean keep) {
    static final String USAGE =
            """
            Measures Deskpulse on this machine against references in the same run.

              benchmarks/run [--quick] [--only NAME[,NAME]] [--keep]

              --quick   smaller sizes, to see that it runs; figures mean little
              --only    of: batches, singles, backlog, visible, queries
              --keep    keep the logs in benchmarks/target/run

            Takes about a quarter of an hour. Nothing else should run meanwhile.
            """;

    static final List<String> NAMES = List.of("batches", "singles", "backlog", "visible", "queries");

    /** @throws IllegalArgumentException whose message tells people what is wrong */
    static Options of(String... arguments) {
        boolean quick = false;
        boolean keep = false;
        Set<String> only = new TreeSet<>();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String name = rest.pop();
            switch (name) {
                case "--quick" -> quick = true;
                case "--keep" -> keep = true;
                case "--only" -> only.addAll(names(rest.poll()));
                default -> throw new IllegalArgumentException("unknown option " + name + "; --help lists them");
            }
        }
        return new Options(quick, only, keep);
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private static List<String> names(String text) {
        List<String> names = text == null ? List.of() : List.of(text.split(","));
        if (names.isEmpty() || !NAMES.containsAll(names)) {
            throw new IllegalArgumentException("--only needs some of " + String.join(", ", NAMES));
        }
        return names;
    }
}
