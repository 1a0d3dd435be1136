package io.deskpulse.deploy.policy;

import static io.deskpulse.deploy.policy.Mutation.add;
import static io.deskpulse.deploy.policy.Mutation.drop;
import static io.deskpulse.deploy.policy.Mutation.object;
import static io.deskpulse.deploy.policy.Mutation.remove;
import static io.deskpulse.deploy.policy.Mutation.set;

import java.util.List;

/** Ways to break what runs: fields, images, pods, probes, and who may reach them. */
final class WorkloadMutations {
    private static final String INGEST = "Deployment/ingest-service";
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    static final List<Mutation> ALL = List.of(
            set(KnownFields.class, "imagePullPolice", INGEST, CONTAINER + "/imagePullPolice", "Always"),
            set(KnownFields.class, "minReadySeconds", INGEST, "/spec/minReadySeconds", "soon"),
            set(KnownFields.class, "listenerz", "Kafka/deskpulse", "/spec/kafka/listenerz", "[]"),
            set(KnownFields.class, "retention", "KafkaTopic/alerts", "/spec/retention", "7d"),
            set(KnownFields.class, "fallBack", "ScaledObject/metrics-service", "/spec/fallBack", "{}"),
            set(KnownFields.class, "instanzes", "Cluster/deskpulse-postgres", "/spec/instanzes", "3"),
            add(KnownFields.class, "nothing is known of", object("example.org/v1", "Widget", "spec: {}")),
            set(PinnedImages.class, ":latest", INGEST, CONTAINER + "/image", "ghcr.io/deskpulse/ingest-service:latest"),
            set(PinnedImages.class, "a version", INGEST, CONTAINER + "/image", "ghcr.io/deskpulse/ingest-service"),
            set(PinnedImages.class, "registry", "StatefulSet/redis-cluster", CONTAINER + "/image", "valkey:8.1.4"),
            set(PinnedImages.class, "postgresql", "Cluster/deskpulse-postgres", "/spec/imageName", "cnpg/postgresql"),
            remove(Resources.class, "limits has no memory", INGEST, CONTAINER + "/resources/limits/memory"),
            remove(Resources.class, "requests has no cpu", INGEST, CONTAINER + "/resources/requests"),
            remove(
                    Resources.class,
                    "prepare",
                    "StatefulSet/redis-cluster",
                    "/spec/template/spec/initContainers/0/resources"),
            set(
                    RestrictedPods.class,
                    "runAsNonRoot",
                    INGEST,
                    "/spec/template/spec/securityContext/runAsNonRoot",
                    "false"),
            remove(
                    RestrictedPods.class,
                    "seccompProfile",
                    INGEST,
                    "/spec/template/spec/securityContext/seccompProfile"),
            set(RestrictedPods.class, "root", INGEST, "/spec/template/spec/securityContext/runAsUser", "0"),
            set(RestrictedPods.class, "host's network", INGEST, "/spec/template/spec/hostNetwork", "true"),
            set(
                    RestrictedPods.class,
                    "folder of the host",
                    INGEST,
                    "/spec/template/spec/volumes/-",
                    "{name: host, hostPath: {path: /}}"),
            set(
                    RestrictedPods.class,
                    "allowPrivilegeEscalation",
                    INGEST,
                    CONTAINER + "/securityContext/allowPrivilegeEscalation",
                    "true"),
            remove(RestrictedPods.class, "readOnlyRoot", INGEST, CONTAINER + "/securityContext/readOnlyRootFilesystem"),
            set(RestrictedPods.class, "drop", INGEST, CONTAINER + "/securityContext/capabilities/drop", "[NET_RAW]"),
            set(RestrictedPods.class, "adds", INGEST, CONTAINER + "/securityContext/capabilities/add", "[SYS_PTRACE]"),
            set(RestrictedPods.class, "privileged", INGEST, CONTAINER + "/securityContext/privileged", "true"),
            remove(NoApiTokens.class, "automount", INGEST, "/spec/template/spec/automountServiceAccountToken"),
            set(NoApiTokens.class, "default", INGEST, "/spec/template/spec/serviceAccountName", "default"),
            remove(HealthProbes.class, "no readinessProbe", INGEST, CONTAINER + "/readinessProbe"),
            remove(HealthProbes.class, "no livenessProbe", "StatefulSet/redis-cluster", CONTAINER + "/livenessProbe"),
            set(
                    HealthProbes.class,
                    "startupProbe does not ask for /q/health/live",
                    INGEST,
                    CONTAINER + "/startupProbe/httpGet/path",
                    "/q/health/started"),
            set(HealthProbes.class, "asks port 8082", INGEST, CONTAINER + "/livenessProbe/httpGet/port", "8082"),
            set(HealthProbes.class, "does not ask", INGEST, CONTAINER + "/readinessProbe", "{tcpSocket: {port: http}}"),
            drop(NetworkPolicies.class, "denies Ingress", "NetworkPolicy/default-deny"),
            set(NetworkPolicies.class, "denies Egress", "NetworkPolicy/default-deny", "/spec/policyTypes", "[Ingress]"),
            set(NetworkPolicies.class, "denies Ingress", "NetworkPolicy/default-deny", "/spec/ingress", "[{}]"),
            drop(NetworkPolicies.class, "Deployment/ingest-service", "NetworkPolicy/ingest-service"),
            drop(NetworkPolicies.class, "Kafka/deskpulse", "NetworkPolicy/kafka"),
            set(ServiceTargets.class, "leads to web", "Service/ingest-service", "/spec/ports/0/targetPort", "web"),
            set(
                    ServiceTargets.class,
                    "selects no pod",
                    "Service/ingest-service",
                    "/spec/selector",
                    "{app.kubernetes.io/name: ingest}"),
            drop(DisruptionBudgets.class, "no PodDisruptionBudget", "PodDisruptionBudget/metrics-service"),
            set(
                    DisruptionBudgets.class,
                    "lets none of",
                    "PodDisruptionBudget/metrics-service",
                    "/spec/maxUnavailable",
                    "0"),
            set(
                    DisruptionBudgets.class,
                    "lets none of 3",
                    "PodDisruptionBudget/metrics-service",
                    "/spec",
                    """
                    {minAvailable: 3, selector: {matchLabels: {app.kubernetes.io/name: metrics-service}}}"""),
            remove(TopologySpread.class, "zone", INGEST, "/spec/template/spec/topologySpreadConstraints"),
            set(
                    TopologySpread.class,
                    "hostname",
                    INGEST,
                    "/spec/template/spec/topologySpreadConstraints/1/labelSelector",
                    "{matchLabels: {app: other}}"));

    private WorkloadMutations() {}
}
