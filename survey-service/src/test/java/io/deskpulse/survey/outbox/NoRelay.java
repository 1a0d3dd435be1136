package io.deskpulse.survey.outbox;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service that ends between commit and sending, as though it had been killed there. */
public final class NoRelay implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(LocalStackResource.class, Map.of("database", "survey")));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("deskpulse.survey.outbox.relay", "false");
    }
}
