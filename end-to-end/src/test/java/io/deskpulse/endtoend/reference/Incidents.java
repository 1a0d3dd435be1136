package io.deskpulse.endtoend.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The incidents of a tenant, in the order of arrival. */
final class Incidents {
    private final Facts facts;
    private final Map<String, SeenEvent> open = new HashMap<>();

    Incidents(Facts facts) {
        this.facts = facts;
    }

    void recount(List<SeenEvent> events) {
        for (SeenEvent event : events) {
            if (event.is("incident.opened")) {
                facts.file("incidents", event.time(), Attributes.UNKNOWN);
                open.putIfAbsent(event.subject(), event);
            } else {
                SeenEvent opened = open.remove(event.subject());
                if (opened != null) {
                    facts.fileWait("incident_duration", event.time(), Attributes.UNKNOWN, opened.time(), event.time());
                    // The amount tells when it was opened: availability needs both ends.
                    facts.file("outage", event.time(), Attributes.UNKNOWN, opened.time());
                }
            }
        }
        for (SeenEvent opened : open.values()) {
            facts.file("outage", Long.MAX_VALUE, Attributes.UNKNOWN, opened.time());
        }
    }
}
