package io.deskpulse.deploy.policy;

import static io.deskpulse.deploy.policy.Mutation.add;
import static io.deskpulse.deploy.policy.Mutation.drop;
import static io.deskpulse.deploy.policy.Mutation.property;
import static io.deskpulse.deploy.policy.Mutation.remove;
import static io.deskpulse.deploy.policy.Mutation.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.deploy.manifest.Kubectl;
import io.deskpulse.deploy.manifest.Objects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each policy sees what breaks it, in the manifests of production as they are, and no other one speaks. */
class MutationsTest {
    private static final String INGEST = "Deployment/ingest-service";
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    private static final List<Mutation> MUTATIONS = List.of(
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
                    "{matchLabels: {app: other}}"),
            set(
                    NoSecretsInEnvironment.class,
                    "DB_PASSWORD",
                    INGEST,
                    CONTAINER + "/env/-",
                    "{name: DB_PASSWORD, value: x}"),
            set(
                    NoSecretsInEnvironment.class,
                    "comes from a Secret",
                    INGEST,
                    CONTAINER + "/env/-",
                    "{name: PLAIN, valueFrom: {secretKeyRef: {name: redis-auth, key: password}}}"),
            set(
                    NoSecretsInEnvironment.class,
                    "REDIS_URL",
                    INGEST,
                    CONTAINER + "/env/-",
                    "{name: REDIS_URL, value: 'redis://u:p@redis:6379'}"),
            set(
                    NoSecretsInEnvironment.class,
                    "redis-auth",
                    INGEST,
                    CONTAINER + "/envFrom",
                    "[{secretRef: {name: redis-auth}}]"),
            add(NoSecretData.class, "has contents", object("v1", "Secret", "stringData: {password: hunter2}")),
            property(
                    NoSecretData.class,
                    "holds a password",
                    "alerting-service-config",
                    "quarkus.datasource.password=hunter2"),
            set(
                    RestrictedNamespace.class,
                    "enforce is not restricted",
                    "Namespace/deskpulse",
                    "/metadata/labels/pod-security.kubernetes.io~1enforce",
                    "baseline"),
            set(
                    RestrictedNamespace.class,
                    "not in the namespace",
                    "KafkaTopic/alerts",
                    "/metadata/namespace",
                    "default"),
            property(
                    SettingsExist.class,
                    "deskpulse.ingest.rate-limit.brust",
                    "ingest-service-config",
                    "deskpulse.ingest.rate-limit.brust=5"),
            property(
                    SettingsExist.class,
                    "fixed when the service is built",
                    "survey-service-config",
                    "quarkus.datasource.db-kind=mysql"),
            property(SettingsExist.class, "no extension", "ingest-service-config", "quarkus.flyway.locations=db"),
            property(SettingsExist.class, "Kafka's clients", "ingest-service-config", "kafka.security.protokol=SSL"),
            property(
                    MountedFiles.class,
                    "/etc/deskpulse/elsewhere/keys.json",
                    "ingest-service-config",
                    "deskpulse.auth.denied-tokens=/etc/deskpulse/elsewhere/keys.json"),
            property(
                    MountedFiles.class,
                    "tls/kafka-ca/ca.pem, which is not mounted",
                    "ingest-service-config",
                    "kafka.ssl.truststore.certificates=/etc/deskpulse/tls/kafka-ca/ca.pem"),
            set(
                    MountedFiles.class,
                    "does not name it",
                    INGEST,
                    CONTAINER + "/env",
                    "[{name: SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS, value: /etc/deskpulse/secrets/postgres}]"),
            set(References.class, "no PriorityClass", INGEST, "/spec/template/spec/priorityClassName", "high"),
            set(
                    References.class,
                    "no volume of it",
                    INGEST,
                    CONTAINER + "/volumeMounts/-",
                    "{name: nothing, mountPath: /nothing}"),
            set(
                    References.class,
                    "no ConfigMap",
                    INGEST,
                    "/spec/template/spec/volumes/-",
                    "{name: more, configMap: {name: more}}"),
            set(
                    GracePeriods.class,
                    "stopping takes",
                    "Deployment/alerting-service",
                    "/spec/template/spec/terminationGracePeriodSeconds",
                    "10"),
            property(GracePeriods.class, "stopping takes", "metrics-service-config", "quarkus.shutdown.delay=2m"),
            set(Topics.class, "6 partitions", "KafkaTopic/alerts", "/spec/partitions", "6"),
            set(Topics.class, "retention.ms is 1000", "KafkaTopic/journeys", "/spec/config/retention.ms", "1000"),
            set(Topics.class, "cleanup.policy", "KafkaTopic/alerts", "/spec/config/cleanup.policy", "delete"),
            set(Topics.class, "losing one broker", "KafkaTopic/alerts", "/spec/replicas", "2"),
            set(Topics.class, "nothing can be written", "KafkaTopic/alerts", "/spec/config/min.insync.replicas", "3"),
            set(
                    KafkaRights.class,
                    "no right to the topic interactions",
                    "KafkaUser/ingest-service",
                    "/spec/authorization/acls",
                    "[]"),
            set(
                    KafkaRights.class,
                    "may All",
                    "KafkaUser/ingest-service",
                    "/spec/authorization/acls/0/operations",
                    "[All]"),
            set(
                    KafkaRights.class,
                    "which is no KafkaTopic",
                    "KafkaUser/metrics-service",
                    "/spec/authorization/acls/0/resource/name",
                    "interaction"),
            set(
                    KafkaRights.class,
                    "all that is called like",
                    "KafkaUser/ingest-service",
                    "/spec/authorization/acls/0/resource/patternType",
                    "prefix"),
            drop(KafkaRights.class, "no KafkaUser/survey-service", "KafkaUser/survey-service"),
            set(Scaling.class, "scales to 13 instances", "ScaledObject/metrics-service", "/spec/maxReplicaCount", "13"),
            remove(Scaling.class, "no fallback", "ScaledObject/metrics-service", "/spec/fallback"),
            set(
                    Scaling.class,
                    "none of metrics-service",
                    "ScaledObject/metrics-service",
                    "/spec/triggers/0/metadata/consumerGroup",
                    "metric"),
            set(
                    Scaling.class,
                    "no KafkaTopic",
                    "ScaledObject/metrics-service",
                    "/spec/triggers/0/metadata/topic",
                    "interaction"),
            set(Scaling.class, "undoes what was scaled", "Deployment/metrics-service", "/spec/replicas", "3"),
            add(AlertRules.class, "no label severity", alert("labels: {severity: bad}, annotations: {summary: s, %s}")),
            add(AlertRules.class, "no annotation summary", alert("labels: {severity: page}, annotations: {%s}")),
            add(
                    AlertRules.class,
                    "no runbook_url",
                    alert("labels: {severity: page}, annotations: {summary: s, runbook_url: 'https://example.org'}")),
            add(
                    AlertRules.class,
                    "not there",
                    alert("labels: {severity: page}, annotations: {summary: s, runbook_url: "
                            + "'https://example.org/docs/operate/runbooks/nobody-wrote-this.md'}")),
            add(Monitors.class, "selects no Service", monitor("nothing", "{port: http, path: /q/metrics}")),
            add(Monitors.class, "the port web", monitor("metrics-service", "{port: web, path: /q/metrics}")),
            add(Monitors.class, "where meters are", monitor("metrics-service", "{port: http, path: /metrics}")),
            set(
                    PublicPaths.class,
                    "lets everybody reach",
                    "HTTPRoute/ingest-service",
                    "/spec/rules/0/matches/0/path",
                    "{type: PathPrefix, value: /q}"),
            set(
                    PublicPaths.class,
                    "explanation",
                    "HTTPRoute/survey-service",
                    "/spec/rules/0/matches/0/path",
                    "{type: PathPrefix, value: /v1/offers}"),
            remove(PublicPaths.class, "lets everybody reach", "HTTPRoute/survey-service", "/spec/rules/0/matches"),
            set(PublicPaths.class, "port 8083", "HTTPRoute/ingest-service", "/spec/rules/0/backendRefs/0/port", "8083"),
            add(
                    PublicPaths.class,
                    "metrics-service",
                    object(
                            "networking.k8s.io/v1",
                            "Ingress",
                            """
                    spec: {rules: [{http: {paths: [{path: /v1/query, pathType: Exact, backend: {service: \
                    {name: metrics-service, port: {name: http}}}}]}}]}""")));

    @TestFactory
    Stream<DynamicTest> whatIsBrokenIsSeenByItsPolicyAlone() {
        assumeTrue(Kubectl.present(), "kubectl is not on the path");
        var objects = Objects.parse(Kubectl.overlay("prod").yaml());
        Set<String> before = new HashSet<>();
        policies().forEach(policy -> before.addAll(policy.violations(objects)));
        return MUTATIONS.stream()
                .map(mutation -> DynamicTest.dynamicTest(mutation.name(), () -> see(mutation, objects, before)));
    }

    @Test
    void eachPolicyHasAMutation() {
        Set<Class<?>> broken = new HashSet<>();
        MUTATIONS.forEach(each -> broken.add(each.seenBy()));

        assertThat(policies()).allSatisfy(policy -> assertThat(broken).contains(policy.getClass()));
    }

    private static void see(Mutation mutation, Objects objects, Set<String> before) {
        var broken = mutation.change().apply(objects);
        List<String> told = new ArrayList<>();
        for (Policy policy : policies()) {
            var violations = new ArrayList<>(policy.violations(broken));
            violations.removeAll(before);
            if (policy.getClass().equals(mutation.seenBy())) {
                told.addAll(violations);
            } else {
                assertThat(violations).as(policy.name()).isEmpty();
            }
        }
        assertThat(told).anySatisfy(each -> assertThat(each).contains(mutation.said()));
    }

    private static List<Policy> policies() {
        return Stream.concat(Policies.OF_SINGLE_OBJECTS.stream(), Policies.OF_OVERLAYS.stream())
                .toList();
    }

    private static String object(String apiVersion, String kind, String rest) {
        return """
                apiVersion: %s
                kind: %s
                metadata: {name: another, namespace: deskpulse}
                %s
                """
                .formatted(apiVersion, kind, rest);
    }

    private static String alert(String rest) {
        String url = "runbook_url: 'https://example.org/docs/operate/runbooks/README.md'";
        return object(
                "monitoring.coreos.com/v1",
                "PrometheusRule",
                "spec: {groups: [{name: another, rules: [{alert: Another, expr: '1', " + rest.formatted(url) + "}]}]}");
    }

    private static String monitor(String service, String endpoint) {
        return object(
                "monitoring.coreos.com/v1",
                "ServiceMonitor",
                """
                spec: {selector: {matchLabels: {app.kubernetes.io/name: %s}}, endpoints: [%s]}"""
                        .formatted(service, endpoint));
    }
}
