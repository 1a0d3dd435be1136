package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.manifest.Workload;
import io.deskpulse.deploy.settings.ServiceModules;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a service of ours is set up by what is mounted into its container.
 *
 * @param service which one, whatever the workload is called
 * @param properties by name, from the files of properties and its arguments
 */
record Configuration(Workload workload, Container container, String service, Map<String, String> properties) {
    private static final String FOLDER = "/deployments/config";

    /** Those of all containers that run an image of ours. */
    static List<Configuration> all(Objects objects) {
        List<Configuration> all = new ArrayList<>();
        for (Workload workload : objects.workloads()) {
            for (Container container : workload.containers()) {
                serviceOf(container).ifPresent(service -> {
                    var properties = new TreeMap<String, String>();
                    mountedAt(workload, container, FOLDER)
                            .flatMap(each -> configMap(objects, each))
                            .ifPresent(map -> map.texts("/data").entrySet().stream()
                                    .filter(file -> file.getKey().endsWith(".properties"))
                                    .forEach(file -> properties.putAll(parse(file.getValue()))));
                    container.getArgs().stream()
                            .filter(argument -> argument.startsWith("-D"))
                            .forEach(argument -> properties.putAll(parse(argument.substring(2))));
                    all.add(new Configuration(workload, container, service, properties));
                });
            }
        }
        return all;
    }

    String id() {
        return workload.id();
    }

    /** Of environment variables, the value; empty where it is not set. */
    Optional<String> environment(String name) {
        return container.getEnv().stream()
                .filter(each -> each.getName().equals(name) && each.getValue() != null)
                .map(each -> each.getValue())
                .findFirst();
    }

    /** The volume that is mounted at a folder. */
    static Optional<Volume> mountedAt(Workload workload, Container container, String folder) {
        return container.getVolumeMounts().stream()
                .filter(mount -> mount.getMountPath().equals(folder))
                .flatMap(mount -> workload.spec().getVolumes().stream()
                        .filter(volume -> volume.getName().equals(mount.getName())))
                .findFirst();
    }

    static Optional<Manifest> configMap(Objects objects, Volume volume) {
        return Optional.ofNullable(volume.getConfigMap()).flatMap(map -> objects.find("ConfigMap", map.getName()));
    }

    private static Optional<String> serviceOf(Container container) {
        return ServiceModules.SERVICES.stream()
                .filter(service ->
                        container.getImage() != null && container.getImage().matches(".*/" + service + "[:@].*"))
                .findFirst();
    }

    private static Map<String, String> parse(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> parsed = new TreeMap<>();
        Stream.of(properties.stringPropertyNames().toArray(String[]::new))
                .forEach(name -> parsed.put(name, properties.getProperty(name)));
        return parsed;
    }
}
