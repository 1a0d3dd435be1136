package io.deskpulse.localstack.secure;

import io.deskpulse.localstack.process.JavaCommand;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.process.ServiceProcess;
import io.deskpulse.localstack.service.Service;
import io.deskpulse.localstack.service.ServiceKind;
import java.nio.file.Path;

/** Services with settings as a cluster gives them: files, and no secret in environment or arguments. */
public final class SecureService {

    private SecureService() {}

    /**
     * A service, not started yet.
     *
     * @param repository the folder whose modules hold the built services
     * @param folder for its settings and its log
     */
    public static Service of(ServiceKind kind, Path repository, Path folder, Settings settings) {
        var port = Ports.free();
        var mounted = settings.with("quarkus.http.host", Ports.HOST)
                .with("quarkus.http.port", port)
                .with("quarkus.log.console.json.enabled", false)
                .mount(folder);
        var command = JavaCommand.ofJar(kind.artifact(repository), "512m")
                .option("-XX:+UseSerialGC")
                .option("-XX:TieredStopAtLevel=1")
                .option("-Dquarkus.config.locations=" + Settings.configuration(folder))
                .environment(mounted)
                .named(folder.getFileName().toString(), folder.resolve("service.log"));
        return new Service(kind, port, new ServiceProcess(command));
    }
}
