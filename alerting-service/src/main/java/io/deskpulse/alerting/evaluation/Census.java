package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.State;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many instances there are. Mutable while it is counted; not thread-safe. */
public final class Census {
    private final Map<State, Integer> byState = new EnumMap<>(State.class);
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    void count(String tenant, String rule, Collection<Watched> watched, int groupsLeftOut) {
        watched.forEach(instance -> byState.merge(instance.standing.state(), 1, Integer::sum));
        if (groupsLeftOut > 0) {
            leftOut.put(tenant + "/" + rule, groupsLeftOut);
        }
    }

    public int in(State state) {
        return byState.getOrDefault(state, 0);
    }

    /** For each rule with more groups than it may watch, as {@code tenant/rule}, how many are beyond. */
    public Map<String, Integer> leftOut() {
        return leftOut;
    }
}
