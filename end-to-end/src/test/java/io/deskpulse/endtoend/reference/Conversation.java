package io.deskpulse.endtoend.reference;

import java.util.List;

/** Cuts the events of one conversation, in their order of arrival, into episodes. */
final class Conversation {
    private final Facts facts;
    private Episode open;
    private ClosedEpisode closed;

    Conversation(Facts facts) {
        this.facts = facts;
    }

    void recount(List<SeenEvent> events, long clock) {
        for (SeenEvent event : events) {
            if (event.is("cost.recorded")) {
                Costs.file(event, knownAt(event.time()), facts);
            } else {
                take(event);
            }
        }
        if (open != null) {
            if (open.isIdleAt(clock)) {
                close(open.lastActivity(), "timeout");
            } else {
                open.fileWhileOpen(facts);
            }
        }
    }

    private void take(SeenEvent event) {
        if (open != null && open.isIdleAt(event.time())) {
            close(open.lastActivity(), "timeout");
        }
        if (open != null) {
            open.add(event);
            if (event.is("conversation.ended")) {
                close(event.time(), event.has("reason") ? event.text("reason") : "closed");
            }
        } else if (begins(event)) {
            begin(event);
        } else {
            fileOrphan(event);
        }
    }

    private boolean begins(SeenEvent event) {
        if (closed == null) {
            return event.is("conversation.started") || event.isPublicMessage();
        }
        return takesUpAgain(event) || event.is("conversation.started") && event.time() > closed.time();
    }

    private boolean takesUpAgain(SeenEvent event) {
        return event.is("conversation.reopened") || event.isFromCustomer() && event.time() > closed.time();
    }

    private void begin(SeenEvent event) {
        boolean again = closed != null && takesUpAgain(event);
        if (again) {
            facts.file("reopened", closed.time(), closed.attributes());
        }
        open = new Episode(again ? closed.attributesBefore() : Attributes.UNKNOWN);
        open.add(event);
    }

    private void close(long time, String reason) {
        open.fileWhileOpen(facts);
        closed = open.close(time, reason, facts);
        open = null;
    }

    private void fileOrphan(SeenEvent event) {
        Attributes attributes = known();
        if (event.isMessage()) {
            Episode.fileMessage(event, attributes, closed != null && closed.customerWrote(), facts);
        } else {
            facts.file("orphan_events", event.time(), attributes);
        }
    }

    /** A cost closes nothing, but one timed after the idle time belongs to an episode that is over. */
    Attributes knownAt(long time) {
        return open != null && open.isIdleAt(time) ? open.attributesAtTimeout() : known();
    }

    private Attributes known() {
        if (open != null) {
            return open.attributes();
        }
        return closed == null ? Attributes.UNKNOWN : closed.attributes();
    }
}
