package io.deskpulse.deploy.manifest;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.BackendTLSPolicy;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of objects that are used here, and what each looks like: a class, or a schema of ours under {@code schemas/}. */
final class Kinds {
    private static final Map<String, Class<?>> CLASSES = new HashMap<>();

    static {
        add("v1", Namespace.class, ConfigMap.class, Secret.class, Service.class, ServiceAccount.class);
        add("v1", PersistentVolumeClaim.class, LimitRange.class, ResourceQuota.class);
        add("apps/v1", Deployment.class, StatefulSet.class);
        add("autoscaling/v2", HorizontalPodAutoscaler.class);
        add("batch/v1", Job.class, CronJob.class);
        add("networking.k8s.io/v1", NetworkPolicy.class, Ingress.class);
        add("policy/v1", PodDisruptionBudget.class);
        add("rbac.authorization.k8s.io/v1", Role.class, RoleBinding.class);
        add("scheduling.k8s.io/v1", PriorityClass.class);
        add("gateway.networking.k8s.io/v1", Gateway.class, HTTPRoute.class, BackendTLSPolicy.class);
        add("monitoring.coreos.com/v1", ServiceMonitor.class, PodMonitor.class, PrometheusRule.class);
        add("kafka.strimzi.io/v1", Kafka.class, KafkaNodePool.class, KafkaTopic.class, KafkaUser.class);
    }

    private Kinds() {}

    /** Why an object is none of its kind; nothing where it is one. */
    static List<String> faults(Manifest manifest) {
        String kind = manifest.apiVersion() + "/" + manifest.kind();
        Class<?> type = CLASSES.get(kind);
        if (type != null) {
            return ManifestReader.fault(manifest, type).stream().toList();
        }
        String schema = "/schemas/" + kind.replaceFirst("/v[^/]+/", "/") + ".json";
        try (var stream = Kinds.class.getResourceAsStream(schema)) {
            if (stream == null) {
                return List.of(
                        "nothing is known of " + kind + "; add its class or a schema to " + Kinds.class.getName());
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(manifest.json())
                    .stream()
                    .map(Error::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String apiVersion, Class<?>... types) {
        for (Class<?> type : types) {
            CLASSES.put(apiVersion + "/" + type.getSimpleName(), type);
        }
    }
}
