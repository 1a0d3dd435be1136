package io.deskpulse.alerting.oncall;

import java.util.List;
import java.util.Optional;

/**
 * Whom an escalation turns to now. Immutable.
 *
 * @param escalation as it stands afterwards; empty where there is nothing to escalate
 * @param page whether they are told even if they know: their step has come
 * @param passed steps that nobody was on call for, and that were passed by
 */
public record Paging(Optional<Escalation> escalation, boolean page, List<Integer> passed) {
    public Paging {
        passed = List.copyOf(passed);
    }

    public List<String> receivers() {
        return escalation.map(Escalation::receivers).orElse(List.of());
    }

    public int level() {
        return escalation.map(Escalation::level).orElse(0);
    }
}
