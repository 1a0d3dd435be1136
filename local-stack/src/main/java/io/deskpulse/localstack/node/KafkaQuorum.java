package io.deskpulse.localstack.node;

import io.deskpulse.localstack.process.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * The nodes of one Kafka, seen from one of them.
 *
 * @param clusterId the same for all of them
 * @param node which one this is, from 1 on
 * @param controllerPorts where each of them speaks to the others
 */
record KafkaQuorum(String clusterId, int node, List<Integer> controllerPorts) {

    KafkaQuorum {
        if (node < 1 || node > controllerPorts.size()) {
            throw new IllegalArgumentException("node: must be 1 to " + controllerPorts.size() + ", not " + node);
        }
        controllerPorts = List.copyOf(controllerPorts);
    }

    static KafkaQuorum alone(int controllerPort) {
        return new KafkaQuorum(Uuid.randomUuid().toString(), 1, List.of(controllerPort));
    }

    /** Reads what {@link #arguments} wrote. */
    static KafkaQuorum of(String[] arguments, int from) {
        var ports =
                Arrays.stream(arguments).skip(from + 2).map(Integer::valueOf).toList();
        return new KafkaQuorum(arguments[from], Integer.parseInt(arguments[from + 1]), ports);
    }

    List<String> arguments() {
        return IntStream.range(0, controllerPorts.size() + 2)
                .mapToObj(i -> i == 0 ? clusterId : String.valueOf(i == 1 ? node : controllerPorts.get(i - 2)))
                .toList();
    }

    int controllerPort() {
        return controllerPorts.get(node - 1);
    }

    String voters() {
        return IntStream.rangeClosed(1, controllerPorts.size())
                .mapToObj(id -> id + "@" + Ports.HOST + ":" + controllerPorts.get(id - 1))
                .collect(Collectors.joining(","));
    }

    /** A copy of everything on each node, all but one of which must have it. */
    Map<String, String> replication() {
        var copies = String.valueOf(controllerPorts.size());
        var needed = String.valueOf(Math.max(1, controllerPorts.size() - 1));
        return Map.of(
                "default.replication.factor", copies,
                "min.insync.replicas", needed,
                "offsets.topic.replication.factor", copies,
                "transaction.state.log.replication.factor", copies,
                "transaction.state.log.min.isr", needed,
                "share.coordinator.state.topic.replication.factor", copies,
                "share.coordinator.state.topic.min.isr", needed,
                // a dead broker is missed after six seconds instead of nine; sooner, and a busy machine's live ones are
                "broker.session.timeout.ms", "6000");
    }
}
