package io.deskpulse.localstack.stack;

import io.deskpulse.localstack.process.JavaCommand;
import io.deskpulse.localstack.process.LogTail;
import io.deskpulse.localstack.process.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * The one stack of a test JVM: started at the first question, stopped with the JVM.
 *
 * @param addresses where its nodes listen
 * @param keys folder of the key set that test tokens are signed with
 */
public record SharedStack(StackAddresses addresses, Path keys) {

    private static final String KAFKA = "deskpulse.shared-stack.kafka";
    private static final String REDIS = "deskpulse.shared-stack.redis";
    private static final String POSTGRES = "deskpulse.shared-stack.postgres";
    private static final String KEYS = "deskpulse.shared-stack.keys";
    private static final String HEAP = "768m";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    /** The stack of this JVM; {@code partitions} counts only when this call is the one that starts it. */
    public static SharedStack get(int partitions) {
        // Quarkus loads test resources with several class loaders: only what the JDK holds is one for the JVM
        var jvm = System.getProperties();
        synchronized (jvm) {
            if (!jvm.containsKey(KAFKA)) {
                start(jvm, partitions);
            }
            var addresses = new StackAddresses(port(jvm, KAFKA), port(jvm, REDIS), port(jvm, POSTGRES));
            return new SharedStack(addresses, Path.of(jvm.getProperty(KEYS)));
        }
    }

    private static void start(Properties jvm, int partitions) {
        try {
            var folder = Files.createTempDirectory("deskpulse-stack-");
            // what the stack prints stays outside the folder that it deletes at its end
            var log = Files.createTempFile("deskpulse-stack-", ".log");
            log.toFile().deleteOnExit();
            var stack = new ServiceProcess(JavaCommand.ofMain(StackMain.class, HEAP)
                    .argument(folder.toString())
                    .argument(String.valueOf(partitions))
                    .named("local-stack", log));
            stack.start().await(() -> !ports(log).isBlank(), START_LIMIT);
            var ports = ports(log).split(" ");
            jvm.setProperty(REDIS, ports[2]);
            jvm.setProperty(POSTGRES, ports[3]);
            jvm.setProperty(KEYS, folder.resolve("keys").toString());
            jvm.setProperty(KAFKA, ports[1]);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the local stack", e);
        }
    }

    private static String ports(Path log) {
        return LogTail.of(log, Integer.MAX_VALUE).stream()
                .filter(line -> line.startsWith(StackMain.READY))
                .findFirst()
                .orElse("");
    }

    private static int port(Properties jvm, String name) {
        return Integer.parseInt(jvm.getProperty(name));
    }
}
