package io.deskpulse.localstack.stack;

import io.deskpulse.localstack.process.Ports;
import java.nio.file.Path;

/**
 * Where a stack lives and how it is cut.
 *
 * @param folder holds data, logs and unpacked programs
 * @param kafkaPort where Kafka's clients connect; the controller takes another
 * @param partitions of each topic that is created
 * @param durable false for tests: a crash of the machine may lose data, a crash of a process does not
 */
public record StackPlan(
        Path folder,
        int kafkaPort,
        int controllerPort,
        int redisPort,
        int postgresPort,
        int partitions,
        boolean durable) {

    public StackPlan {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: must be 1 or more, not " + partitions);
        }
    }

    /** A stack for tests, on random free ports. */
    public static StackPlan forTests(Path folder, int partitions) {
        return new StackPlan(folder, Ports.free(), Ports.free(), Ports.free(), Ports.free(), partitions, false);
    }

    public Path log(String process) {
        return folder.resolve("logs").resolve(process + ".log");
    }

    Path data(String node) {
        return folder.resolve("data").resolve(node);
    }
}
