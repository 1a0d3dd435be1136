package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.settings.KnownSettings;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a property says is in a file is in that file; what lies where secrets are read is a setting. */
final class MountedFiles implements Policy {
    private static final Pattern PATH = Pattern.compile("/(?:etc|var/run|run)/[^\\s,;?&\"]+");
    private static final String SECRETS = "/etc/deskpulse/secrets/";
    private static final String LOCATIONS = "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS";

    @Override
    public String name() {
        return "each file that a property names is mounted";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Configuration.all(objects).stream()
                .flatMap(each -> faults(objects, each).map(fault -> each.id() + ": " + fault))
                .toList();
    }

    private static Stream<String> faults(Objects objects, Configuration configuration) {
        Stream<String> named = configuration.properties().entrySet().stream()
                .flatMap(property -> PATH.matcher(property.getValue())
                        .results()
                        .map(MatchResult::group)
                        .filter(path -> !mounted(objects, configuration, path))
                        .map(path -> property.getKey() + " names " + path + ", which is not mounted"));
        List<String> locations = configuration.environment(LOCATIONS).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .toList();
        Stream<String> secrets = configuration.container().getVolumeMounts().stream()
                .map(VolumeMount::getMountPath)
                .filter(folder -> folder.startsWith(SECRETS))
                .flatMap(folder -> locations.contains(folder)
                        ? secrets(configuration, folder)
                        : Stream.of(folder + " is mounted, but " + LOCATIONS + " does not name it"));
        return Stream.concat(named, secrets);
    }

    private static boolean mounted(Objects objects, Configuration configuration, String path) {
        return configuration.container().getVolumeMounts().stream()
                .filter(mount -> path.equals(mount.getMountPath()) || path.startsWith(mount.getMountPath() + "/"))
                .anyMatch(mount -> path.equals(mount.getMountPath())
                        || volume(configuration, mount)
                                .filter(volume -> holds(
                                        objects,
                                        volume,
                                        path.substring(mount.getMountPath().length() + 1)))
                                .isPresent());
    }

    private static boolean holds(Objects objects, Volume volume, String file) {
        Optional<List<String>> files = files(volume);
        if (files.isPresent()) {
            return files.get().contains(file);
        }
        // A Secret that others fill: whatever is in it.
        return Configuration.configMap(objects, volume)
                .map(map -> map.texts("/data").containsKey(file))
                .orElse(true);
    }

    private static Stream<String> secrets(Configuration configuration, String location) {
        Volume volume = Configuration.mountedAt(configuration.workload(), configuration.container(), location)
                .orElseThrow();
        return files(volume)
                .map(files -> files.stream()
                        .flatMap(file -> KnownSettings.of(configuration.service()).fault(file).stream()
                                .map(fault -> location + "/" + file + " should be a setting, but " + fault)))
                .orElseGet(
                        () -> Stream.of(location + " holds all of a Secret: say by items which key is which setting"));
    }

    private static Optional<Volume> volume(Configuration configuration, VolumeMount mount) {
        return configuration.workload().spec().getVolumes().stream()
                .filter(volume -> volume.getName().equals(mount.getName()))
                .findFirst();
    }

    private static Optional<List<String>> files(Volume volume) {
        List<KeyToPath> items = new ArrayList<>();
        if (volume.getSecret() != null) {
            items.addAll(volume.getSecret().getItems());
        } else if (volume.getConfigMap() != null) {
            items.addAll(volume.getConfigMap().getItems());
        } else if (volume.getProjected() != null) {
            volume.getProjected().getSources().stream()
                    .filter(source -> source.getSecret() != null)
                    .forEach(source -> items.addAll(source.getSecret().getItems()));
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.stream().map(KeyToPath::getPath).toList());
    }
}
