package io.deskpulse.deploy.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings that a service knows: ours by its mappings, Quarkus' by its extensions, Kafka's by its clients. */
public final class KnownSettings {
    private static final Map<String, KnownSettings> BY_SERVICE = new ConcurrentHashMap<>();
    private static final Optional<String> NO_FAULT = Optional.empty();
    private static final Pattern KEY = Pattern.compile("<[^>]+>");

    /** Of MicroProfile; no extension lists them. */
    private static final Set<String> STANDARD =
            Set.of("mp.jwt.verify.issuer", "mp.jwt.verify.audiences", "mp.jwt.verify.clock.skew");

    private final List<Setting> ours;
    private final QuarkusSettings quarkus;
    private final Set<String> kafka = new LinkedHashSet<>();
    private final Map<String, Optional<String>> looked = new ConcurrentHashMap<>();

    private KnownSettings(String service) {
        var modules = ServiceModules.of(service);
        ours = SettingsPage.settings(modules.modules());
        quarkus = QuarkusSettings.of(modules.extensions());
        kafka.addAll(ProducerConfig.configNames());
        kafka.addAll(ConsumerConfig.configNames());
        kafka.addAll(AdminClientConfig.configNames());
    }

    public static KnownSettings of(String service) {
        return BY_SERVICE.computeIfAbsent(service, KnownSettings::new);
    }

    /** Why setting a property when the service starts would do nothing; empty where it does something. */
    public Optional<String> fault(String property) {
        return looked.computeIfAbsent(property, this::look);
    }

    private Optional<String> look(String property) {
        String name = property.replaceFirst("^%[a-z,-]+\\.", "");
        if (name.startsWith("deskpulse.")) {
            return ours(name) ? Optional.empty() : Optional.of("no @ConfigMapping of the service has it");
        }
        if (name.startsWith("kafka.")) {
            return kafka.contains(name.substring("kafka.".length()))
                    ? Optional.empty()
                    : Optional.of("Kafka's clients do not know it");
        }
        if (name.startsWith("quarkus.")) {
            return quarkus.find(name)
                    .map(known -> known.built() ? Optional.of("it is fixed when the service is built") : NO_FAULT)
                    .orElse(Optional.of("no extension of the service can be told it when it starts"));
        }
        return STANDARD.contains(name) ? Optional.empty() : Optional.of("nobody knows it");
    }

    /** Our settings whose name ends so, with what they are unless somebody says otherwise. */
    public Map<String, String> presets(String end) {
        return ours.stream()
                .filter(each -> each.name().endsWith(end) && each.preset().isPresent())
                .collect(Collectors.toMap(Setting::name, each -> each.preset().get()));
    }

    private boolean ours(String name) {
        return ours.stream().anyMatch(each -> pattern(each.name()).matcher(name).matches());
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(KEY.splitAsStream(name + "\0")
                .map(part -> Pattern.quote(part.replace("\0", "")))
                .collect(Collectors.joining("(?:\"[^\"]+\"|[^.]+)")));
    }
}
