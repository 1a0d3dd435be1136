package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.ServiceKind;
import io.deskpulse.localstack.stack.StackPlan;
import io.deskpulse.localstack.stack.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of one run. Those of the stack are not the usual ones, as a Kafka, Redis or Postgres of one's own often runs there.
 *
 * @param offset added to every port
 */
record PortPlan(int offset) {

    private static final int SHOP = 8080;
    private static final int KAFKA = 19092;
    private static final int KAFKA_CONTROLLER = 19093;
    private static final int REDIS = 16379;
    private static final int POSTGRES = 15432;

    StackPlan stack(Path folder) {
        return new StackPlan(
                folder,
                KAFKA + offset,
                KAFKA_CONTROLLER + offset,
                REDIS + offset,
                POSTGRES + offset,
                Topics.PARTITIONS,
                true);
    }

    int of(ServiceKind service) {
        return service.port() + offset;
    }

    /** Of the demo shop's page. */
    int shop() {
        return SHOP + offset;
    }

    /** Where a service answers. */
    URI base(String service) {
        return URI.create("http://localhost:" + of(ServiceKind.of(service)));
    }

    /** What keeps the run from starting: a line for each port that something else listens on. */
    List<String> taken(List<ServiceKind> services) {
        var wanted = new LinkedHashMap<String, Integer>();
        wanted.put("the demo shop", shop());
        services.forEach(service -> wanted.put(service.name(), of(service)));
        wanted.putAll(Map.of(
                "Kafka", KAFKA + offset,
                "Kafka's controller", KAFKA_CONTROLLER + offset,
                "Redis", REDIS + offset,
                "Postgres", POSTGRES + offset));
        var taken = new ArrayList<String>();
        wanted.forEach((user, port) -> {
            if (!Ports.available(port)) {
                var owner = PortOwner.of(port).map(process -> " by " + process).orElse("");
                taken.add("Port %d, which %s needs, is in use%s.".formatted(port, user, owner));
            }
        });
        return taken;
    }
}
