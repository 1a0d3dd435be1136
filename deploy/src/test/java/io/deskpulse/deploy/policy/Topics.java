package io.deskpulse.deploy.policy;

import static io.deskpulse.localstack.stack.Topics.PARTITIONS;

import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Topics in a cluster are those of one machine, but for their copies. Where no Kafka is made, nothing is asked for. */
final class Topics implements Policy {

    @Override
    public String name() {
        return "topics are as local-stack makes them";
    }

    @Override
    public List<String> violations(Objects objects) {
        if (objects.of("Kafka").findAny().isEmpty()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        io.deskpulse.localstack.stack.Topics.settings().forEach((name, settings) -> objects.find("KafkaTopic", name)
                .ifPresentOrElse(
                        topic -> compare(topic, settings, faults), () -> faults.add("there is no KafkaTopic/" + name)));
        int brokers = objects.of("KafkaNodePool")
                .filter(pool -> pool.at("/spec/roles").toString().contains("broker"))
                .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                .sum();
        objects.of("KafkaTopic").forEach(topic -> copies(topic, brokers, faults));
        return faults;
    }

    private static void compare(Manifest topic, Map<String, String> settings, List<String> faults) {
        if (topic.at("/spec/partitions").asInt() != PARTITIONS) {
            faults.add(
                    topic.id() + ": has " + topic.at("/spec/partitions").asInt() + " partitions and not " + PARTITIONS);
        }
        var config = topic.texts("/spec/config");
        config.putIfAbsent("cleanup.policy", "delete");
        var wanted = new TreeMap<>(settings);
        wanted.putIfAbsent("cleanup.policy", "delete");
        wanted.forEach((key, value) -> {
            if (!value.equals(config.get(key))) {
                faults.add(topic.id() + ": " + key + " is " + config.get(key) + " and not " + value);
            }
        });
    }

    private static void copies(Manifest topic, int brokers, List<String> faults) {
        int copies = topic.at("/spec/replicas").asInt();
        int inSync = topic.at("/spec/config/min.insync.replicas").asInt(1);
        if (copies > brokers) {
            faults.add(topic.id() + ": wants " + copies + " copies on " + brokers + " brokers");
        }
        if (brokers >= 3 && (copies < 3 || inSync < 2)) {
            faults.add(topic.id() + ": has " + copies + " copies, " + inSync
                    + " of which must have a record: losing one broker would lose data; 3 and 2");
        }
        if (copies > 1 && inSync >= copies) {
            faults.add(topic.id() + ": nothing can be written when one broker is away");
        }
    }
}
