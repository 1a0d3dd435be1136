package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Policy;
import java.util.UUID;

/**
 * The wish to ask somebody.
 *
 * @param ask on what occasion; null for the one that the survey's policy names
 * @param means by what means; null for what suits the occasion
 * @param episode the id of the episode whose close asks; or null
 */
public record Asking(String tenant, Wanted wanted, Context context, Policy.Ask ask, Means means, String episode) {
    /** On request: what the caller shows, or a link, whoever brings it to the person. */
    static Asking onRequest(String tenant, Wanted wanted, Context context, Means means) {
        Policy.Ask ask = means == Means.WIDGET ? Policy.Ask.REQUEST : Policy.Ask.LINK;
        return new Asking(tenant, wanted, context, ask, means, null);
    }

    /** As the policy says, after the close of an episode. */
    public static Asking onClose(String tenant, UUID survey, String episode) {
        Context unsaid = new Context(null, null, null, null);
        return new Asking(tenant, new Wanted.ById(survey), unsaid, Policy.Ask.CLOSE, null, episode);
    }
}
