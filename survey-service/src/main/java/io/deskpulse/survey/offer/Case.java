package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.episode.EpisodeFacts;
import io.deskpulse.survey.policy.Eligibility;
import io.deskpulse.survey.policy.Situation;
import io.deskpulse.survey.policy.Verdict;
import io.deskpulse.survey.policy.VerdictJson;
import java.util.Optional;

/**
 * All that is known when somebody is to be asked.
 *
 * @param version what would be offered; empty where the survey is not published
 * @param context with what the episode tells of it
 */
record Case(
        String tenant,
        Optional<PublishedVersion> version,
        Context context,
        Means means,
        EpisodeFacts facts,
        Situation situation) {
    Verdict verdict() {
        return Eligibility.of(situation);
    }

    Policy.Ask ask() {
        return situation.ask();
    }

    Circumstances circumstances() {
        var share = situation.share();
        return new Circumstances(means, share.stratum(), share.weight(), facts);
    }

    /** That nothing is offered, to be kept. */
    Decision declined(Verdict verdict) {
        return new Decision(
                tenant,
                situation.survey(),
                context,
                facts.episode(),
                ask().wire(),
                verdict.failure().orElseThrow().reason(),
                VerdictJson.write(verdict).toString(),
                1,
                situation.now());
    }
}
