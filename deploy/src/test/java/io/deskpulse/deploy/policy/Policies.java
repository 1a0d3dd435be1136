package io.deskpulse.deploy.policy;

import java.util.List;

/** All that is asked of manifests. */
final class Policies {
    /** What one object alone can break: asked of the bases too, where nothing can put overlays together. */
    static final List<Policy> OF_SINGLE_OBJECTS = List.of(
            new KnownFields(),
            new PinnedImages(),
            new Resources(),
            new RestrictedPods(),
            new HealthProbes(),
            new NoSecretsInEnvironment(),
            new NoSecretData());

    /** What holds of everything together. */
    static final List<Policy> OF_OVERLAYS = List.of(
            new NoApiTokens(),
            new References(),
            new NetworkPolicies(),
            new ServiceTargets(),
            new DisruptionBudgets(),
            new TopologySpread(),
            new RestrictedNamespace(),
            new SettingsExist(),
            new MountedFiles(),
            new GracePeriods(),
            new Topics(),
            new KafkaRights(),
            new Scaling(),
            new AlertRules(),
            new Monitors(),
            new PublicPaths(),
            new LinksLeadHere());

    private Policies() {}
}
