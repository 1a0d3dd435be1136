package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A single Kafka node that is broker and controller (KRaft).
 *
 * @param port where clients connect
 * @param controllerPort where the node speaks to itself
 * @param data folder of the logs
 */
public record KafkaSettings(int port, int controllerPort, Path data) {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    public KafkaSettings {
        data = data.toAbsolutePath();
    }

    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    Map<String, String> properties() {
        var properties = new HashMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + Ports.HOST + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put(
                "listeners",
                "PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(Ports.HOST, port, controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        properties.put("log.dirs", data.toString());
        // a missing topic is a mistake that must show, not a topic with the wrong number of partitions
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.num.partitions", "3");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "3");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        // consumers of one machine all arrive at once: waiting for more only slows every start
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
        return properties;
    }
}
