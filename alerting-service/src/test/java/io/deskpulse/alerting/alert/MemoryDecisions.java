package io.deskpulse.alerting.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decisions that are kept in memory, for tests of whoever decides. */
public final class MemoryDecisions implements Decisions {
    private final MemoryLedger ledger = new MemoryLedger();
    private final List<List<Alert>> told = new ArrayList<>();
    private final Decisions decisions;
    private final ActOnAlerts hands;

    public MemoryDecisions() {
        TellChanges tell = new TellChanges(List.of(told::add), List.of());
        decisions = new RecordDecisions(ledger, ledger, tell);
        hands = new ActOnAlerts(
                ledger,
                ledger,
                tell,
                (tenant, actor, kind, id, action, before, after) -> {},
                java.time.Clock.systemUTC());
    }

    /** All that happened, in its order. */
    public List<Change> history() {
        return ledger.history();
    }

    /** What listeners were told, one list for each time. */
    public List<List<Alert>> told() {
        return List.copyOf(told);
    }

    /** What somebody can do. */
    public ActOnAlerts hands() {
        return hands;
    }

    @Override
    public Fence take(String part) {
        return decisions.take(part);
    }

    @Override
    public void record(Fence fence, List<Transition> transitions) {
        decisions.record(fence, transitions);
    }

    @Override
    public List<Alert> standing(String tenant) {
        return decisions.standing(tenant);
    }

    @Override
    public List<Alert> standing(Set<String> rules) {
        return decisions.standing(rules);
    }

    @Override
    public List<String> standingTenants() {
        return decisions.standingTenants();
    }

    @Override
    public List<Alert> endedByHand(Instant since) {
        return decisions.endedByHand(since);
    }
}
