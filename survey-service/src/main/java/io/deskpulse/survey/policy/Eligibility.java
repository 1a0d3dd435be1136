package io.deskpulse.survey.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether somebody may be asked: small checks in a fixed order, the first that fails is the reason. The same for requests, links
 * and closed episodes. What needs no look at the person's past comes first: it can be decided without waiting for anyone. Stateless.
 */
public final class Eligibility {
    private static final List<Check> OF_THE_PERSON = List.of(
            new RepetitionCheck(), new ReachCheck(), new OwnFatigueCheck(), new TenantFatigueCheck(), new QuotaCheck());

    private Eligibility() {}

    /** Looks at everything. */
    public static Verdict of(Situation situation) {
        return run(Stream.concat(ofTheCaseIn(situation), OF_THE_PERSON.stream()).toList(), situation);
    }

    /** Looks at nothing that depends on the person's past, nor on the quota. */
    public static Verdict ofTheCase(Situation situation) {
        return run(ofTheCaseIn(situation).toList(), situation);
    }

    /** Those that nothing changes until the offer is due, a new version apart. */
    private static Stream<Check> ofTheCaseIn(Situation situation) {
        Stream<Check> conditions = situation.definition().stream()
                .flatMap(definition -> definition.terms().policy().conditions().values().keySet().stream())
                .map(ConditionCheck::new);
        return Stream.of(
                        Stream.of(new PublishedCheck(), new EndCheck(), new OccasionCheck(), new PunctualityCheck()),
                        conditions,
                        Stream.of(new SampleCheck()))
                .flatMap(checks -> checks);
    }

    private static Verdict run(List<Check> checks, Situation situation) {
        List<Step> steps = new ArrayList<>();
        for (Check check : checks) {
            Step step = check.look(situation);
            steps.add(step);
            if (!step.passed()) {
                break;
            }
        }
        return new Verdict(
                steps, checks.stream().skip(steps.size()).map(Check::name).toList());
    }
}
