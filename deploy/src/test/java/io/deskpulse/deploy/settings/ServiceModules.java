package io.deskpulse.deploy.settings;

import io.deskpulse.deploy.Repository;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a service is built from, as the poms say it.
 *
 * @param service the name of its module
 * @param modules it, and the modules of ours that it depends on
 * @param extensions the extensions of Quarkus that these name
 */
public record ServiceModules(String service, Set<String> modules, Set<String> extensions) {
    /** All services. */
    public static final List<String> SERVICES =
            List.of("ingest-service", "survey-service", "metrics-service", "alerting-service");

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern GROUP = Pattern.compile("<groupId>(.*?)</groupId>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

    public static ServiceModules of(String service) {
        var found = new ServiceModules(service, new LinkedHashSet<>(), new LinkedHashSet<>());
        found.add(service);
        return found;
    }

    private void add(String module) {
        if (!modules.add(module) || !Files.exists(Repository.path(module + "/pom.xml"))) {
            return;
        }
        String pom = Repository.read(Repository.path(module + "/pom.xml"));
        DEPENDENCY
                .matcher(pom)
                .results()
                .map(MatchResult::group)
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .forEach(this::dependency);
    }

    private void dependency(String dependency) {
        String group = first(GROUP, dependency);
        String artifact = first(ARTIFACT, dependency);
        if (group.equals("io.deskpulse")) {
            add(artifact);
        } else {
            extensions.add(group + ":" + artifact);
        }
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }
}
