package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.service.ProcessStack;
import java.nio.file.Path;
import java.util.List;

/** One thing that is measured. */
interface Bench {
    /** The name for {@code --only}. */
    String name();

    /** Measures on a fresh stack; tells on the way what it sees. */
    List<Row> run(Place place) throws Exception;

    /**
     * Where it runs.
     *
     * @param stack Kafka, Redis, Postgres; services are started by the benchmark
     * @param folder for files
     * @param repository where the built services are
     * @param quick smaller sizes
     * @param rounds how often each side is measured
     */
    record Place(ProcessStack stack, Path folder, Path repository, boolean quick, int rounds) {
        /** One of two sizes. */
        int size(int usual, int ifQuick) {
            return quick ? ifQuick : usual;
        }

        /** Tells people something. */
        void say(String format, Object... arguments) {
            System.err.printf("  " + format + "%n", arguments);
        }
    }
}
