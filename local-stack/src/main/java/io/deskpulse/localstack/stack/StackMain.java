package io.deskpulse.localstack.stack;

import io.deskpulse.localstack.process.Quiet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A throw-away stack as a process of its own, for tests. It prints one line with its ports when it is ready, and stops and forgets everything when its standard
 * input ends. That is how nothing stays behind however the tests end, and why Kafka's classes never meet those of the tested service.
 */
public final class StackMain {

    static final String READY = "deskpulse-stack-ready";

    private StackMain() {}

    /** Arguments: an empty folder, partitions of each topic. */
    public static void main(String[] arguments) throws IOException {
        Quiet.libraries();
        var plan = StackPlan.forTests(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        try (var stack = LocalStack.embedded(plan).start()) {
            System.out.println(String.join(
                    " ",
                    READY,
                    String.valueOf(plan.kafkaPort()),
                    String.valueOf(plan.redisPort()),
                    String.valueOf(plan.postgresPort())));
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        } finally {
            Folders.delete(plan.folder());
        }
        // client threads of a killed test run must not keep this JVM
        System.exit(0);
    }
}
