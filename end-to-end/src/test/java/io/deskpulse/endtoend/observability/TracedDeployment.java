package io.deskpulse.endtoend.observability;

import io.deskpulse.endtoend.deployment.HttpCaller;
import io.deskpulse.localstack.alert.JsonApi;
import io.deskpulse.localstack.service.ProcessStack;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.service.ServiceKind;
import io.deskpulse.localstack.stack.Folders;
import io.deskpulse.localstack.token.Token;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All services as in production, with logs for machines, every request traced and a collector that takes the spans. */
final class TracedDeployment implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("deskpulse.root", ".."));
    private static final Path FOLDER = Path.of("target", "observability").toAbsolutePath();

    final Collector collector = new Collector();
    private final ProcessStack stack;
    private final Map<String, Service> services;

    TracedDeployment() {
        Folders.delete(FOLDER);
        stack = ProcessStack.start(ROOT, FOLDER);
        Map<String, String> traced = Map.of(
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.exporter.otlp.endpoint", collector.endpoint(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "200ms",
                "deskpulse.tracing.share", "1",
                "quarkus.log.console.json.enabled", "true",
                "quarkus.http.access-log.enabled", "true",
                "quarkus.http.access-log.pattern", "%m %s");
        services = ServiceKind.ALL.parallelStream()
                .map(ServiceKind::name)
                .collect(Collectors.toConcurrentMap(Function.identity(), name -> stack.start(name, name, traced)));
    }

    Service service(String name) {
        return services.get(name);
    }

    String token(Token token) {
        return stack.token(token);
    }

    JsonApi api(String service, String tenant, String scope) {
        return new JsonApi(service(service).base(), stack.token(tenant, scope));
    }

    HttpCaller anonymous(String service) {
        return new HttpCaller(service(service).base(), null);
    }

    @Override
    public void close() {
        stack.close();
        collector.close();
    }
}
