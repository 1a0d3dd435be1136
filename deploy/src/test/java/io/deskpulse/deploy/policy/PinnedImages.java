package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What runs is what was tested: images with a version, in custom resources too. */
final class PinnedImages implements Policy {
    private static final Pattern PINNED =
            Pattern.compile("[a-z0-9.-]+(:[0-9]+)?/[a-z0-9./_-]+(:(?!latest)[A-Za-z0-9_.-]+|@sha256:[0-9a-f]{64})+");

    @Override
    public String name() {
        return "images have a registry and a version";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Stream.concat(
                        Containers.check(objects, (workload, container) -> fault(container.getImage())).stream(),
                        objects.all().stream().flatMap(PinnedImages::ofOperators))
                .toList();
    }

    private static Stream<String> ofOperators(Manifest manifest) {
        return Stream.of("/spec/imageName", "/spec/image", "/spec/kafka/image")
                .map(manifest::at)
                .filter(image -> image.isTextual())
                .flatMap(image -> fault(image.asText()))
                .map(fault -> manifest.id() + ": " + fault);
    }

    private static Stream<String> fault(String image) {
        return image != null && PINNED.matcher(image).matches()
                ? Stream.empty()
                : Stream.of("image " + image + " may be another one tomorrow: name its registry and a version");
    }
}
