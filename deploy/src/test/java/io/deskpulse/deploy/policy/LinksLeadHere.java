package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links that are sent to people begin with an address at which the service can be reached: else nobody answers, and nobody acknowledges. */
final class LinksLeadHere implements Policy {

    /** By the setting that says what links begin with, a path that follows. */
    private static final Map<String, String> LINKS =
            Map.of("deskpulse.survey.links.base-url", "/s/token", "deskpulse.alerting.external-url", "/a/token");

    @Override
    public String name() {
        return "links in messages lead to a route from outside";
    }

    /** Without any route, nothing is said: whoever deploys brings others. */
    @Override
    public List<String> violations(Objects objects) {
        List<PublicRoute> routes = PublicRoute.all(objects);
        return routes.isEmpty()
                ? List.of()
                : Configuration.all(objects).stream()
                        .flatMap(each ->
                                LINKS.keySet().stream().flatMap(setting -> astray(each, setting, routes).stream()))
                        .toList();
    }

    private static Optional<String> astray(Configuration configuration, String setting, List<PublicRoute> routes) {
        return Optional.ofNullable(configuration.properties().get(setting))
                .map(URI::create)
                .filter(base -> routes.stream()
                        .noneMatch(route -> route.leads(base.getHost(), configuration.service(), LINKS.get(setting))))
                .map(base -> "%s: links begin with %s (%s), but no route from outside leads %s of that host to %s"
                        .formatted(configuration.id(), base, setting, LINKS.get(setting), configuration.service()));
    }
}
