package io.deskpulse.deploy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One way from outside to a service.
 *
 * @param object what makes it
 * @param hosts names that it is for; none where for all
 * @param port number or name of the service's port
 */
record PublicRoute(Manifest object, Set<String> hosts, String service, String port, PathMatch match) {

    /** Those of all routes and ingresses. */
    static List<PublicRoute> all(Objects objects) {
        List<PublicRoute> all = new ArrayList<>();
        objects.of("HTTPRoute").forEach(route -> addRoute(route, all));
        objects.of("Ingress").forEach(ingress -> addIngress(ingress, all));
        return all;
    }

    private static void addRoute(Manifest route, List<PublicRoute> all) {
        Set<String> hosts = new TreeSet<>();
        route.at("/spec/hostnames").forEach(host -> hosts.add(host.asText()));
        for (JsonNode rule : route.at("/spec/rules")) {
            List<PathMatch> matches = new ArrayList<>();
            rule.at("/matches").forEach(match -> matches.add(PathMatch.ofRoute(match)));
            if (matches.isEmpty()) {
                matches.add(new PathMatch("PathPrefix", "/"));
            }
            for (JsonNode backend : rule.at("/backendRefs")) {
                String service = backend.at("/name").asText();
                String port = backend.at("/port").asText();
                matches.forEach(match -> all.add(new PublicRoute(route, hosts, service, port, match)));
            }
        }
    }

    private static void addIngress(Manifest ingress, List<PublicRoute> all) {
        for (JsonNode rule : ingress.at("/spec/rules")) {
            Set<String> hosts = rule.at("/host").isMissingNode()
                    ? Set.of()
                    : Set.of(rule.at("/host").asText());
            for (JsonNode path : rule.at("/http/paths")) {
                JsonNode service = path.at("/backend/service");
                String port = service.at("/port/number")
                        .asText(service.at("/port/name").asText());
                all.add(new PublicRoute(ingress, hosts, service.at("/name").asText(), port, PathMatch.ofIngress(path)));
            }
        }
    }

    boolean leads(String host, String toService, String path) {
        return service.equals(toService) && (hosts.isEmpty() || hosts.contains(host)) && match.lets(path);
    }
}
