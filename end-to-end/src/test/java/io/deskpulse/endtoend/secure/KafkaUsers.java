package io.deskpulse.endtoend.secure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rights that Strimzi gives by its {@code KafkaUser}s, as Kafka knows them: allowed from every host. */
final class KafkaUsers {
    private KafkaUsers() {}

    /** Those of a file of {@code KafkaUser}s. */
    static List<AclBinding> rights(Path file) {
        try {
            List<AclBinding> rights = new ArrayList<>();
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            StreamSupport.stream(yaml.loadAll(Files.readString(file)).spliterator(), false)
                    .forEach(document -> add(map(document), rights));
            return rights;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<?, ?> user, List<AclBinding> rights) {
        String name = (String) map(user.get("metadata")).get("name");
        Map<?, ?> authorization = map(map(user.get("spec")).get("authorization"));
        for (Object each : (List<?>) authorization.get("acls")) {
            Map<?, ?> acl = map(each);
            for (Object operation : (List<?>) acl.get("operations")) {
                rights.add(new AclBinding(
                        resource(map(acl.get("resource"))),
                        new AccessControlEntry(
                                "User:" + name,
                                "*",
                                AclOperation.fromString((String) operation),
                                AclPermissionType.ALLOW)));
            }
        }
    }

    private static ResourcePattern resource(Map<?, ?> resource) {
        return new ResourcePattern(
                ResourceType.fromString((String) resource.get("type")),
                (String) resource.get("name"),
                PatternType.fromString(((String) resource.get("patternType")).toUpperCase(Locale.ROOT)));
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
