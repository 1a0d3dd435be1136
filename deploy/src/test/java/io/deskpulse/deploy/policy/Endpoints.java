package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which paths a service answers, as its sources say it, and which of them are for everybody. */
final class Endpoints {
    private static final Pattern PATH = Pattern.compile("@Path\\(\"([^\"]*)\"\\)");
    private static final Pattern PARAMETER = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");
    private static final String SAMPLE = "01234567-89ab-cdef-0123-456789abcdef";
    private static final List<String> MANAGEMENT =
            List.of("/", "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui", "/q/dev");

    /** What customers, their pages and the links that people are sent need. */
    private static final Map<String, Pattern> PUBLIC = Map.of(
            "ingest-service", Pattern.compile("/v1/events"),
            "survey-service",
                    Pattern.compile("/v1/offers(/pending|/[0-9a-f-]{36}(/shown|/finish|/answers/[^/]+)?)?"
                            + "|/[su]/[^/]+(/.*)?|/deskpulse[\\w.-]*\\.(js|css)(\\.map)?|/v1/bounces"),
            "alerting-service", Pattern.compile("/a/[^/]+"));

    private static final Map<String, Set<String>> PRIVATE = new ConcurrentHashMap<>();

    private Endpoints() {}

    /** A sample of each path that is not for everybody. */
    static Set<String> ofOperators(String service) {
        return PRIVATE.computeIfAbsent(service, Endpoints::read);
    }

    private static Set<String> read(String service) {
        Set<String> paths = new TreeSet<>(MANAGEMENT);
        try (Stream<Path> files = Files.walk(Repository.path(service + "/src/main/java"))) {
            files.filter(file -> file.toString().endsWith("Resource.java"))
                    .forEach(file -> paths.addAll(in(Repository.read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Pattern everybody = PUBLIC.get(service);
        paths.removeIf(path -> everybody != null && everybody.matcher(path).matches());
        return paths;
    }

    private static List<String> in(String source) {
        int body =
                source.indexOf("\npublic class ") < 0 ? source.indexOf("\nclass ") : source.indexOf("\npublic class ");
        List<MatchResult> all = PATH.matcher(source).results().toList();
        String base = all.stream()
                .filter(each -> each.start() < body)
                .map(each -> each.group(1))
                .findFirst()
                .orElse(null);
        List<String> found = new ArrayList<>();
        if (base == null) {
            return found;
        }
        found.add(sample(base));
        all.stream()
                .filter(each -> each.start() > body)
                .forEach(
                        each -> found.add(sample(base + (each.group(1).matches("[/:].*") ? "" : "/") + each.group(1))));
        return found;
    }

    private static String sample(String path) {
        return PARAMETER
                .matcher(path)
                .replaceAll(SAMPLE)
                .replaceAll("(?<=.)/$", "")
                .replace("//", "/");
    }
}
