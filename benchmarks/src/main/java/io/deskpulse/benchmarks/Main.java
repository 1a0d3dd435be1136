package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.benchmarks.table.Table;
import io.deskpulse.localstack.service.ProcessStack;
import io.deskpulse.localstack.stack.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures and prints the table. Ends with 1 where a target is not met. */
public final class Main {
    private static final int WRONG_USE = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            System.exit(run(Options.of(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static int run(Options options) throws Exception {
        Path repository = Path.of(System.getProperty("deskpulse.home", "."));
        Path folder = repository.resolve("benchmarks/target/run");
        List<Row> rows = new ArrayList<>();
        for (Bench bench : List.of(
                new Batches(),
                new Singles(),
                new Backlog(),
                new Visible(),
                new Queries(),
                new Answers(),
                new Alerts(),
                new Writes(),
                new Startup())) {
            if (options.wants(bench.name())) {
                System.err.println(bench.name());
                Folders.delete(folder);
                // What the one before has written would stand in the way of the disk.
                Machine.settle();
                try (ProcessStack stack = ProcessStack.start(repository, folder)) {
                    rows.addAll(
                            bench.run(new Bench.Place(stack, folder, repository, options.quick(), options.rounds())));
                }
            }
        }
        if (!options.keep()) {
            Folders.delete(folder);
        }
        System.out.println(Machine.described() + (options.quick() ? " -- quick, no measurement" : ""));
        System.out.println();
        System.out.print(Table.of(rows));
        return rows.stream().anyMatch(row -> row.met().equals("NO")) ? 1 : 0;
    }
}
