package io.deskpulse.endtoend.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.localstack.service.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of container files without an engine: rules that they keep, and that their scripts give them what they copy. */
class ContainerFilesIT {
    @TempDir
    Path folder;

    static List<ServiceKind> services() {
        return ServiceKind.ALL;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void servicesHaveNoRightsAndNothingIsTheirs(String kind) {
        ContainerFile file = file(kind);

        assertThat(file.last("USER")).isEqualTo("185:0");
        assertThat(file.all("COPY")).noneMatch(copy -> copy.contains("--ch"));
        assertThat(file.last("WORKDIR")).isEqualTo("/deployments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void basesHaveVersionsAndCanBePinnedByDigest(String kind) {
        ContainerFile file = file(kind);

        assertThat(file.all("FROM")).containsExactly("${RUNTIME}");
        assertThat(file.all("ARG").get(0)).matches("RUNTIME=[a-z.]+/[a-z0-9/-]+:[0-9.]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void firstProcessIsTheServiceAndHearsItsSignals(String kind) {
        String entry = file(kind).last("ENTRYPOINT");

        assertThat(entry).startsWith("[").doesNotContain("-c");
        if (kind.equals("jvm")) {
            assertThat(Script.FOLDER.resolve("start.sh")).content().containsPattern("(?m)^exec .*\"\\$@\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void nothingSecretAndNoAddressIsInTheEnvironment(String kind) {
        assertThat(file(kind).all("ENV")).containsExactly("MALLOC_ARENA_MAX=2");
    }

    @Test
    void whatChangesLeastIsCopiedFirstAndTrainedLast() {
        ContainerFile file = file("jvm");

        assertThat(List.of(
                        file.position("COPY", "lib/boot/ lib/boot/"),
                        file.position("COPY", "lib/main/ lib/main/"),
                        file.position("COPY", "quarkus/ quarkus/"),
                        file.position("COPY", "app/ app/"),
                        file.position("RUN", "[\"/bin/bash\", \"train.sh\", \".\"]"),
                        file.position("USER", "185:0")))
                .isSorted()
                .doesNotContain(-1);
    }

    @ParameterizedTest
    @MethodSource("services")
    void imageIsBuiltFromWhatWasPacked(ServiceKind service) throws Exception {
        Script built =
                Script.run(Map.of("CONTAINER_ENGINE", engine()), script("build.sh"), "--tag", "7", service.name());

        assertThat(built.code()).isZero();
        assertThat(built.output().get(0))
                .contains("--build-arg PORT=" + service.port())
                .contains("-t ghcr.io/deskpulse/" + service.name() + ":7 ");
        Path context = Path.of(built.output().get(0).replaceAll(".* ", ""));
        for (String copy : file("jvm").all("COPY")) {
            String[] sources = copy.split(" ");
            for (int i = 0; i < sources.length - 1; i++) {
                assertThat(context.resolve(sources[i])).exists();
            }
        }
    }

    @Test
    void whatIsNoServiceIsRefused() throws Exception {
        Script built = Script.run(Map.of("CONTAINER_ENGINE", engine()), script("build.sh"), "--native", "no-service");

        assertThat(built.code()).isNotZero();
        assertThat(built.output()).containsExactly("build: no service is called no-service");
    }

    private static ContainerFile file(String kind) {
        return ContainerFile.read(Script.FOLDER.resolve(kind + ".Containerfile"));
    }

    private static Path script(String name) {
        return Script.FOLDER.resolve(name);
    }

    /** Says what it was asked for. */
    private String engine() throws IOException {
        Path engine = Files.writeString(folder.resolve("engine"), "#!/bin/sh\necho \"$@\"\n");
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwxr-xr-x"));
        return engine.toString();
    }
}
