package io.deskpulse.deploy.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that runs containers.
 *
 * @param pod what each of its pods is
 */
public record Workload(Manifest manifest, PodTemplateSpec pod) {
    private static final Map<String, String> TEMPLATES = Map.of(
            "Deployment", "/spec/template",
            "StatefulSet", "/spec/template",
            "DaemonSet", "/spec/template",
            "Job", "/spec/template",
            "CronJob", "/spec/jobTemplate/spec/template");

    static Optional<Workload> of(Manifest manifest) {
        return Optional.ofNullable(TEMPLATES.get(manifest.kind()))
                .map(template -> ManifestReader.lenient(manifest.at(template), PodTemplateSpec.class))
                .map(pod -> new Workload(manifest, pod));
    }

    public String id() {
        return manifest.id();
    }

    public String name() {
        return manifest.name();
    }

    public PodSpec spec() {
        return pod.getSpec();
    }

    public Map<String, String> labels() {
        return pod.getMetadata() == null || pod.getMetadata().getLabels() == null
                ? Map.of()
                : pod.getMetadata().getLabels();
    }

    /** Whether it is meant to run for ever. */
    public boolean serves() {
        return !manifest.kind().equals("Job") && !manifest.kind().equals("CronJob");
    }

    /** All containers, those that run first included. */
    public List<Container> containers() {
        List<Container> all = new ArrayList<>(spec().getInitContainers());
        all.addAll(spec().getContainers());
        return all;
    }
}
