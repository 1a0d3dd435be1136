package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A Kafka node that is broker and controller (KRaft).
 *
 * @param port where clients connect
 * @param data folder of the logs
 * @param quorum the nodes that it is one of
 */
public record KafkaSettings(int port, Path data, KafkaQuorum quorum) {

    static final String CONTROLLER = "CONTROLLER";

    public KafkaSettings {
        data = data.toAbsolutePath();
    }

    /**
     * A single node.
     *
     * @param controllerPort where it speaks to itself
     */
    public KafkaSettings(int port, int controllerPort, Path data) {
        this(port, data, KafkaQuorum.alone(controllerPort));
    }

    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    Map<String, String> properties() {
        var properties = new HashMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(quorum.node()));
        properties.put("controller.quorum.voters", quorum.voters());
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put(
                "listeners",
                "PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(Ports.HOST, port, quorum.controllerPort()));
        properties.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        properties.put("log.dirs", data.toString());
        // a missing topic is a mistake that must show, not a topic with the wrong number of partitions
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.num.partitions", "3");
        properties.put("transaction.state.log.num.partitions", "3");
        properties.putAll(quorum.replication());
        // consumers of one machine all arrive at once: waiting for more only slows every start
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
        return properties;
    }
}
