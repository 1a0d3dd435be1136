package io.deskpulse.alerting.rule.file;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How the files of rules stand. Always up: the rules that were read before are in force. */
@Readiness
@ApplicationScoped
class RuleFilesHealth implements HealthCheck {
    private final WatchedRules files;

    RuleFilesHealth(WatchedRules files) {
        this.files = files;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("rule files")
                .up()
                .withData("rules", files.all().size())
                .withData("broken", files.broken().size());
        files.broken()
                .forEach((file, faults) -> answer.withData(
                        file.toString(),
                        faults.get(0).pointer() + " " + faults.get(0).detail()));
        return answer.build();
    }
}
