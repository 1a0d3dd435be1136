package io.deskpulse.endtoend.reference;

import java.util.List;

/** The visits of one visitor, in the order of arrival. */
final class Visits {
    private final Facts facts;
    private Attributes known = Attributes.UNKNOWN;
    private boolean engaged;

    Visits(Facts facts) {
        this.facts = facts;
    }

    void recount(List<SeenEvent> events) {
        for (SeenEvent event : events) {
            switch (event.type()) {
                case "visit.started" -> start(event);
                case "visit.action" -> act(event);
                case "visit.ended" -> end(event);
                default -> {}
            }
        }
    }

    private void start(SeenEvent event) {
        known = Attributes.ofVisit(event);
        engaged = false;
        facts.file("visitors", event.time(), known, 1, event.subject());
    }

    private void act(SeenEvent event) {
        String action = event.text("action");
        if (action.equals("widget_shown")) {
            facts.file("widgets_shown", event.time(), known);
            return;
        }
        engaged = true;
        if (action.equals("widget_opened")) {
            facts.file("widgets_opened", event.time(), known);
        }
    }

    private void end(SeenEvent event) {
        facts.file("visits_ended", event.time(), known);
        if (event.has("pages") && event.data().get("pages").asInt() == 1 && !engaged) {
            facts.file("bounces", event.time(), known);
        }
        if (event.has("seconds")) {
            facts.file("visit_duration", event.time(), known, event.number("seconds"));
        }
    }
}
