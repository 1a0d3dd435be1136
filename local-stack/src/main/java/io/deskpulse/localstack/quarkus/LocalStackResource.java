package io.deskpulse.localstack.quarkus;

import io.deskpulse.localstack.stack.SharedStack;
import io.deskpulse.localstack.stack.Topics;
import io.deskpulse.localstack.token.KeySet;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the configuration of real Kafka, Redis and Postgres and of a key set for {@link TestTokens}.
 *
 * <p>All tests of a JVM share one stack, whichever asks first starts it: keep tests apart by tenant, key prefix or topic. Init arguments: {@code database} (default
 * {@code metrics}) and {@code partitions} of each topic (default 12; counts in the first test only).
 */
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {

    private String database = "metrics";
    private int partitions = Topics.PARTITIONS;

    /** The stack of this JVM, for tests without Quarkus. */
    public static SharedStack shared() {
        return SharedStack.get(Topics.PARTITIONS);
    }

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
        partitions = Integer.parseInt(arguments.getOrDefault("partitions", String.valueOf(partitions)));
    }

    @Override
    public Map<String, String> start() {
        var stack = SharedStack.get(partitions);
        var configuration = new LinkedHashMap<>(stack.addresses().configuration(database));
        configuration.put(
                "deskpulse.auth.keys", KeySet.in(stack.keys()).publicKeys().toString());
        return configuration;
    }

    /** Leaves the stack to the tests that follow; it ends with the JVM. */
    @Override
    public void stop() {}
}
