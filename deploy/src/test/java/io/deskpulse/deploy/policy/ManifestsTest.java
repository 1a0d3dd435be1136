package io.deskpulse.deploy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.deploy.Repository;
import io.deskpulse.deploy.manifest.Kubectl;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is applied to clusters keeps to all policies; what can be told without {@code kubectl} is told everywhere. */
class ManifestsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void anOverlayRendersWithoutAWord(String overlay) {
        assumeTrue(Kubectl.present(), "kubectl is not on the path");

        var rendered = Kubectl.overlay(overlay);

        assertThat(rendered.warnings()).isEmpty();
        assertThat(rendered.code()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> overlaysKeepToEachPolicy() {
        assumeTrue(Kubectl.present(), "kubectl is not on the path");
        return Stream.of("dev", "prod").flatMap(overlay -> {
            var objects = Objects.parse(Kubectl.overlay(overlay).yaml());
            return Stream.concat(Policies.OF_SINGLE_OBJECTS.stream(), Policies.OF_OVERLAYS.stream())
                    .map(policy -> DynamicTest.dynamicTest(
                            overlay + ": " + policy.name(), () -> assertThat(policy.violations(objects))
                                    .as(policy.name())
                                    .isEmpty()));
        });
    }

    /** An Ingress knows prefixes only: docs/limits.md. */
    @Test
    void ingressFitsAndLetsOnePathMoreThrough() {
        assumeTrue(Kubectl.present(), "kubectl is not on the path");

        var rendered = Kubectl.folder("deploy/src/test/overlays/ingress");

        assertThat(rendered.warnings()).isEmpty();
        var objects = Objects.parse(rendered.yaml());
        assertThat(Stream.concat(Policies.OF_SINGLE_OBJECTS.stream(), Policies.OF_OVERLAYS.stream())
                        .flatMap(policy -> policy.violations(objects).stream()))
                .singleElement()
                .asString()
                .contains("Ingress/survey-service", "explanation");
    }

    @TestFactory
    Stream<DynamicTest> basesKeepToThePoliciesOfSingleObjects() {
        var objects = sources("deploy/base");
        return Policies.OF_SINGLE_OBJECTS.stream()
                .map(policy -> DynamicTest.dynamicTest(policy.name(), () -> assertThat(policy.violations(objects))
                        .as(policy.name())
                        .isEmpty()));
    }

    @Test
    void componentsHaveOnlyFieldsThatTheirKindsKnow() {
        var objects = sources("deploy/components");

        assertThat(objects.all()).isNotEmpty();
        assertThat(objects.all().stream()
                        .flatMap(each -> each.faults().stream().map(fault -> each.id() + ": " + fault)))
                .isEmpty();
    }

    /** All objects of all files, patches included; kustomizations and what else is no object left out. */
    private static Objects sources(String folder) {
        List<Manifest> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Repository.path(folder))) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .forEach(file ->
                            found.addAll(Objects.parse(Repository.read(file)).all()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Objects(found.stream().filter(each -> !each.kind().isEmpty()).toList());
    }
}
