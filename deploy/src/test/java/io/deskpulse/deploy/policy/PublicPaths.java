package io.deskpulse.deploy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The internet reaches what customers and their pages need, path by path: not what is for operators and analysts, whose tokens must not
 * be tried out from everywhere, and never health and meters.
 */
final class PublicPaths implements Policy {

    @Override
    public String name() {
        return "only what customers need is reachable from outside";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        objects.of("HTTPRoute").forEach(route -> route(objects, route, faults));
        objects.of("Ingress").forEach(ingress -> ingress(objects, ingress, faults));
        return faults;
    }

    private static void route(Objects objects, Manifest route, List<String> faults) {
        for (JsonNode rule : route.at("/spec/rules")) {
            List<PathMatch> matches = new ArrayList<>();
            rule.at("/matches").forEach(match -> matches.add(PathMatch.ofRoute(match)));
            if (matches.isEmpty()) {
                matches.add(new PathMatch("PathPrefix", "/"));
            }
            for (JsonNode backend : rule.at("/backendRefs")) {
                String service = backend.at("/name").asText();
                backend(objects, route, service, backend.at("/port").asText(), faults);
                matches.forEach(match -> check(route, service, match, faults));
            }
        }
    }

    private static void ingress(Objects objects, Manifest ingress, List<String> faults) {
        if (!ingress.at("/spec/defaultBackend").isMissingNode()) {
            faults.add(ingress.id() + ": has a default backend, which gets every path");
        }
        ingress.at("/spec/rules").forEach(rule -> rule.at("/http/paths").forEach(path -> {
            JsonNode service = path.at("/backend/service");
            String port =
                    service.at("/port/number").asText(service.at("/port/name").asText());
            backend(objects, ingress, service.at("/name").asText(), port, faults);
            check(ingress, service.at("/name").asText(), PathMatch.ofIngress(path), faults);
        }));
    }

    private static void check(Manifest route, String service, PathMatch match, List<String> faults) {
        Endpoints.ofOperators(service).stream()
                .filter(match::lets)
                .findFirst()
                .ifPresent(path -> faults.add("%s: %s %s lets everybody reach %s of %s"
                        .formatted(route.id(), match.kind(), match.value(), path, service)));
    }

    private static void backend(Objects objects, Manifest route, String service, String port, List<String> faults) {
        boolean there = objects.find("Service", service)
                .map(each -> each.at("/spec/ports"))
                .filter(ports -> StreamSupport.stream(ports.spliterator(), false)
                        .anyMatch(each -> each.at("/port").asText().equals(port)
                                || each.at("/name").asText().equals(port)))
                .isPresent();
        if (!there) {
            faults.add(route.id() + ": leads to port " + port + " of Service/" + service + ", which is not there");
        }
    }
}
