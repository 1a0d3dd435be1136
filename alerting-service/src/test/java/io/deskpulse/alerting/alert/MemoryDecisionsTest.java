package io.deskpulse.alerting.alert;

import java.util.List;

/** The alerts in memory that other tests rely on do as the real ones. */
class MemoryDecisionsTest extends DecisionsContract {
    private final MemoryDecisions decisions = new MemoryDecisions();

    @Override
    protected Decisions decisions() {
        return decisions;
    }

    @Override
    protected ActOnAlerts hands() {
        return decisions.hands();
    }

    @Override
    protected List<List<Alert>> told(String ofTenant) {
        return decisions.told();
    }
}
