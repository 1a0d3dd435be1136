package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.evaluation.Census;
import io.deskpulse.alerting.evaluation.EvaluationMeters;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Tells the meters how the partitions of this instance stand. Used by the thread that reads. */
@Singleton
class Standings {
    private static final Logger LOG = Logger.getLogger(Standings.class);

    private final EvaluationMeters meters;
    private final Clock clock;
    private Set<String> capped = Set.of();

    Standings(EvaluationMeters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void tell(Collection<OwnedPartition> owned) {
        Map<State, Integer> states = new EnumMap<>(State.class);
        Set<String> overTheirCap = new TreeSet<>();
        int leftOut = 0;
        Duration behind = Duration.ZERO;
        for (OwnedPartition each : owned) {
            PartitionEvaluation evaluation = each.evaluation();
            if (evaluation != null) {
                Census census = evaluation.census();
                for (State state : State.values()) {
                    states.merge(state, census.in(state), Integer::sum);
                }
                overTheirCap.addAll(census.leftOut().keySet());
                leftOut += census.leftOut().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                Duration lag = lag(evaluation);
                behind = lag.compareTo(behind) > 0 ? lag : behind;
            }
        }
        meters.standing(states, leftOut, behind);
        if (!overTheirCap.equals(capped)) {
            capped = overTheirCap;
            LOG.warnf("Rules with more groups than they may watch: %s", capped);
        }
    }

    private Duration lag(PartitionEvaluation evaluation) {
        return evaluation
                .watermark()
                .map(until -> Duration.between(until, clock.instant()))
                .orElse(Duration.ZERO);
    }
}
