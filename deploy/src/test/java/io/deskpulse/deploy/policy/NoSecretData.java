package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is in a repository is no secret. */
final class NoSecretData implements Policy {
    private static final Pattern PASSWORD =
            Pattern.compile("(?m)^[^#\\n]*(password|secret|jaas\\.config)[\\w.-]*[=:][ \\t]*[^\\s$].*$");

    @Override
    public String name() {
        return "no Secret with contents, and no password in a ConfigMap";
    }

    @Override
    public List<String> violations(Objects objects) {
        Stream<String> secrets = objects.of("Secret")
                .filter(each ->
                        !each.at("/data").isEmpty() || !each.at("/stringData").isEmpty())
                .map(each -> each.id() + ": has contents; let the cluster make it, or whoever applies");
        Stream<String> maps = objects.of("ConfigMap").flatMap(NoSecretData::passwords);
        return Stream.concat(secrets, maps).toList();
    }

    private static Stream<String> passwords(Manifest map) {
        return map.texts("/data").entrySet().stream()
                .filter(each -> each.getKey().endsWith(".properties"))
                .filter(each -> PASSWORD.matcher(each.getValue()).find())
                .map(each -> map.id() + ": " + each.getKey() + " holds a password: make it a file of a Secret");
    }
}
