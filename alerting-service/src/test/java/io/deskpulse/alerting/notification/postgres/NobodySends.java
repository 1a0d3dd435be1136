package io.deskpulse.alerting.notification.postgres;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service that sends nothing of itself, so that tests can do so at a time of their own. */
public final class NobodySends implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(LocalStackResource.class, Map.of("database", "alerting")));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("deskpulse.alerting.notification.enabled", "false");
    }
}
