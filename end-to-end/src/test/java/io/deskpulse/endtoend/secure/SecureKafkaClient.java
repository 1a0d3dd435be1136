package io.deskpulse.endtoend.secure;

import io.deskpulse.localstack.secure.Settings;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks with Kafka as a service would, by its settings. */
final class SecureKafkaClient {
    private static final String OF_KAFKA = "kafka.";
    private final Map<String, Object> properties;

    SecureKafkaClient(Settings settings) {
        properties = Stream.concat(
                        settings.plain().entrySet().stream(), settings.secrets().get("kafka").entrySet().stream())
                .filter(each -> each.getKey().startsWith(OF_KAFKA))
                .collect(Collectors.toMap(each -> each.getKey().substring(OF_KAFKA.length()), Map.Entry::getValue));
    }

    /** Throws what Kafka says to it. */
    void write(String topic) throws Throwable {
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "{}")).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
