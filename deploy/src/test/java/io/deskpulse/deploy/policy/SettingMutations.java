package io.deskpulse.deploy.policy;

import static io.deskpulse.deploy.policy.Mutation.add;
import static io.deskpulse.deploy.policy.Mutation.drop;
import static io.deskpulse.deploy.policy.Mutation.object;
import static io.deskpulse.deploy.policy.Mutation.property;
import static io.deskpulse.deploy.policy.Mutation.remove;
import static io.deskpulse.deploy.policy.Mutation.set;

import java.util.List;

/** Ways to break how what runs is set up: secrets, settings, files, topics and rights, scaling, rules, and the way in from outside. */
final class SettingMutations {
    private static final String INGEST = "Deployment/ingest-service";
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    static final List<Mutation> ALL = List.of(
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
            set(
                    PublicPaths.class,
                    "lets everybody reach /",
                    "HTTPRoute/alerting-service",
                    "/spec/rules/0/matches/0/path",
                    "{type: PathPrefix, value: /}"),
            set(
                    LinksLeadHere.class,
                    "external-url",
                    "HTTPRoute/alerting-service",
                    "/spec/hostnames",
                    "[elsewhere.deskpulse.example]"),
            set(
                    LinksLeadHere.class,
                    "/a/token",
                    "HTTPRoute/alerting-service",
                    "/spec/rules/0/matches/0/path/value",
                    "/b"),
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

    private SettingMutations() {}

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
