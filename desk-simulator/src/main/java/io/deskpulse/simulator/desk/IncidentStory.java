package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.simulator.random.Dice;
import io.deskpulse.simulator.shop.Incident;

/** An incident as monitoring reports it. */
final class IncidentStory {
    private IncidentStory() {}

    static Timeline tell(Incident incident, long order) {
        Timeline timeline = new Timeline(new Dice(incident.openedMillis()), incident.id(), order);
        report(timeline, EventType.INCIDENT_OPENED, incident, incident.openedMillis());
        report(timeline, EventType.INCIDENT_CLOSED, incident, incident.closedMillis());
        return timeline.close();
    }

    private static void report(Timeline timeline, EventType type, Incident incident, long millis) {
        timeline.data()
                .text("component", incident.component())
                .text("kind", incident.kind().wire());
        timeline.add(type, Sources.MONITORING, incident.id(), millis);
    }
}
