package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        objects.of("Ingress")
                .filter(ingress -> !ingress.at("/spec/defaultBackend").isMissingNode())
                .forEach(ingress -> faults.add(ingress.id() + ": has a default backend, which gets every path"));
        PublicRoute.all(objects).forEach(route -> {
            nowhere(objects, route).ifPresent(faults::add);
            tooMuch(route).ifPresent(faults::add);
        });
        return faults;
    }

    private static Optional<String> tooMuch(PublicRoute route) {
        return Endpoints.ofOperators(route.service()).stream()
                .filter(route.match()::lets)
                .findFirst()
                .map(path -> "%s: %s %s lets everybody reach %s of %s"
                        .formatted(
                                route.object().id(),
                                route.match().kind(),
                                route.match().value(),
                                path,
                                route.service()));
    }

    private static Optional<String> nowhere(Objects objects, PublicRoute route) {
        boolean there = objects.find("Service", route.service())
                .map(each -> each.at("/spec/ports"))
                .filter(ports -> StreamSupport.stream(ports.spliterator(), false)
                        .anyMatch(each -> each.at("/port").asText().equals(route.port())
                                || each.at("/name").asText().equals(route.port())))
                .isPresent();
        return there
                ? Optional.empty()
                : Optional.of("%s: leads to port %s of Service/%s, which is not there"
                        .formatted(route.object().id(), route.port(), route.service()));
    }
}
