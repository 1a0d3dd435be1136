package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.kit.postgres.StoreUnavailable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Stores what was decided, once. Calls block; thread-safe. */
@Singleton
public class StoreDecisions {
    private static final Logger LOG = Logger.getLogger(StoreDecisions.class);

    private final Decisions decisions;
    private final EvaluationMeters meters;

    StoreDecisions(Decisions decisions, EvaluationMeters meters) {
        this.decisions = decisions;
        this.meters = meters;
    }

    /** What came of it. */
    public enum Outcome {
        STORED,
        /** Postgres is away; nothing may be decided on top of it before it is stored. */
        LATER,
        /** Somebody else decides by now. */
        LOST
    }

    /** All at once; where that fails for a reason that lies in them, one by one without the one that is to blame. */
    public Outcome store(Fence fence, List<Transition> transitions) {
        try {
            decisions.record(fence, transitions);
            return Outcome.STORED;
        } catch (Fence.Lost e) {
            return Outcome.LOST;
        } catch (StoreUnavailable e) {
            return Outcome.LATER;
        } catch (RuntimeException e) {
            LOG.warnf("%d decisions cannot be stored at once (%s)", transitions.size(), e.getMessage());
            return oneByOne(fence, transitions);
        }
    }

    private Outcome oneByOne(Fence fence, List<Transition> transitions) {
        for (Transition transition : transitions) {
            try {
                decisions.record(fence, List.of(transition));
            } catch (Fence.Lost e) {
                return Outcome.LOST;
            } catch (StoreUnavailable e) {
                return Outcome.LATER;
            } catch (RuntimeException e) {
                meters.refused();
                LOG.errorf("A decision of rule %s is left out: %s", transition.rule(), e.getMessage());
            }
        }
        return Outcome.STORED;
    }
}
