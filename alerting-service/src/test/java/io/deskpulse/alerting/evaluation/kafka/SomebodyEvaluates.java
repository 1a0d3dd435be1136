package io.deskpulse.alerting.evaluation.kafka;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that evaluates. In all other tests nobody does: alerts there are of rules that nobody has written, and would end. All who use
 * {@link Measurements} run under it: their clock is forgotten with the service, and Kafka would still know it. */
public final class SomebodyEvaluates implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("deskpulse.alerting.evaluation.enabled", "true");
    }
}
