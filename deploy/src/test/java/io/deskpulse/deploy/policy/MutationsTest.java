package io.deskpulse.deploy.policy;

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
    private static final List<Mutation> MUTATIONS = Stream.of(WorkloadMutations.ALL, SettingMutations.ALL)
            .flatMap(List::stream)
            .toList();

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
}
