package io.deskpulse.deploy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.settings.KnownSettings;
import io.deskpulse.deploy.settings.ServiceModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Each service may read and write its own topics as a member of its own groups, and nothing else. */
final class KafkaRights implements Policy {
    private static final List<String> TOPICS =
            List.of(".topic", ".dead-letters", "publishing.journeys", "publishing.measurements");
    private static final Set<String> ENOUGH = Set.of("Read", "Write", "Describe", "DescribeConfigs", "IdempotentWrite");

    @Override
    public String name() {
        return "users of Kafka have rights to their topics and groups, and no others";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        if (objects.of("Kafka").findAny().isPresent()) {
            ServiceModules.SERVICES.stream()
                    .filter(service -> objects.find("KafkaUser", service).isEmpty())
                    .forEach(service -> faults.add("there is no KafkaUser/" + service));
        }
        objects.of("KafkaUser").forEach(user -> check(objects, user, faults));
        return faults;
    }

    private static void check(Objects objects, Manifest user, List<String> faults) {
        Set<String> topics = new TreeSet<>();
        Set<String> groups = new TreeSet<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            String type = acl.at("/resource/type").asText();
            String name = acl.at("/resource/name").asText();
            if (type.equals("topic")) {
                topics.add(name);
            } else if (type.equals("group")) {
                groups.add(name);
            }
            if (name.equals("*")
                    || "prefix".equals(acl.at("/resource/patternType").asText())) {
                faults.add(user.id() + ": has rights to all that is called like " + type + " " + name);
            }
            acl.at("/operations").forEach(operation -> {
                if (!ENOUGH.contains(operation.asText())) {
                    faults.add(user.id() + ": may " + operation.asText() + " " + type + " " + name);
                }
            });
        }
        topics.stream()
                .filter(topic ->
                        !topic.equals("*") && objects.find("KafkaTopic", topic).isEmpty())
                .forEach(topic -> faults.add(user.id() + ": has rights to " + topic + ", which is no KafkaTopic"));
        if (ServiceModules.SERVICES.contains(user.name())) {
            compare(user, "topic", used(objects, user.name(), TOPICS), topics, faults);
            compare(user, "group", used(objects, user.name(), List.of(".group")), groups, faults);
        }
    }

    private static void compare(
            Manifest user, String what, Set<String> used, Set<String> allowed, List<String> faults) {
        used.stream()
                .filter(each -> !allowed.contains(each))
                .forEach(each ->
                        faults.add(user.id() + ": has no right to the " + what + " " + each + ", which it uses"));
        allowed.stream()
                .filter(each -> !used.contains(each) && !each.equals("*"))
                .forEach(each ->
                        faults.add(user.id() + ": has rights to the " + what + " " + each + ", which it does not use"));
    }

    private static Set<String> used(Objects objects, String service, List<String> endings) {
        Set<String> used = new TreeSet<>();
        Map<String, String> set = Configuration.all(objects).stream()
                .filter(each -> each.workload().name().equals(service))
                .findFirst()
                .map(Configuration::properties)
                .orElse(Map.of());
        for (String ending : endings) {
            KnownSettings.of(service)
                    .presets(ending)
                    .forEach((name, preset) -> used.add(set.getOrDefault(name, preset)));
        }
        return used;
    }
}
