package io.deskpulse.survey.policy;

import io.deskpulse.survey.definition.Policy.Ask;
import java.util.Map;

/** Whether the survey is asked on such an occasion. */
final class OccasionCheck implements Check {
    @Override
    public String name() {
        return "occasion";
    }

    @Override
    public Step look(Situation situation) {
        Ask policy = situation.policy().ask();
        Map<String, String> facts =
                Map.of("policy", policy.wire(), "ask", situation.ask().wire());
        return fits(policy, situation.ask())
                ? Step.passed(name(), "The survey is asked on this occasion.", "问卷可在此时机发放。", facts)
                : Step.failed(
                        name(),
                        Reasons.OTHER_OCCASION,
                        "The policy has the survey asked on another occasion.",
                        "策略规定问卷在其他时机发放。",
                        facts);
    }

    /** Whoever may ask may also send a link. */
    private static boolean fits(Ask policy, Ask occasion) {
        return policy == occasion || policy == Ask.REQUEST && occasion == Ask.LINK;
    }
}
