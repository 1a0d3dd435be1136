package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment is inherited, printed and dumped: secrets come as files. */
final class NoSecretsInEnvironment implements Policy {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|secret|token|credential|private|jaas|api_?key).*");
    private static final Pattern ADDRESS_WITH_PASSWORD = Pattern.compile(".*://[^/@\\s]+:[^/@\\s]+@.*");

    /** Say where secrets are, not what they are. */
    private static final List<String> LOCATIONS = List.of("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS");

    @Override
    public String name() {
        return "no secret is in the environment";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Containers.check(objects, (workload, container) -> faults(container));
    }

    private static Stream<String> faults(Container container) {
        List<String> faults = new ArrayList<>();
        container.getEnv().stream()
                .filter(each -> !LOCATIONS.contains(each.getName()))
                .forEach(each -> check(each, faults));
        container.getEnvFrom().stream()
                .filter(each -> each.getSecretRef() != null)
                .forEach(each -> faults.add("takes its environment from the Secret "
                        + each.getSecretRef().getName() + ": mount it as files"));
        return faults.stream();
    }

    private static void check(EnvVar variable, List<String> faults) {
        var from = variable.getValueFrom();
        if (from != null && from.getSecretKeyRef() != null) {
            faults.add("the variable " + variable.getName() + " comes from a Secret: mount it as a file");
        } else if (SECRET.matcher(variable.getName()).matches()
                || variable.getValue() != null
                        && ADDRESS_WITH_PASSWORD.matcher(variable.getValue()).matches()) {
            faults.add("the variable " + variable.getName() + " looks like a secret: mount it as a file");
        }
    }
}
