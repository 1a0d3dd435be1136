package io.deskpulse.endtoend.reference;

/** The waits of one episode: each is filed at the response that ends it. */
final class Waits {
    private final Facts facts;
    private SeenEvent firstCustomer;
    private SeenEvent waiting;
    private SeenEvent firstEscalation;
    private boolean responded;
    private boolean humanResponded;

    Waits(Facts facts) {
        this.facts = facts;
    }

    boolean customerWrote() {
        return firstCustomer != null;
    }

    void take(SeenEvent event, Attributes known) {
        if (event.is("conversation.escalated") && firstEscalation == null) {
            firstEscalation = event;
        }
        if (event.isFromCustomer()) {
            firstCustomer = firstCustomer == null ? event : firstCustomer;
            waiting = waiting == null ? event : waiting;
        } else if (event.isPublicMessage()) {
            if (event.isFrom("human")) {
                takeHuman(event, known);
            }
            if (firstCustomer != null) {
                takeResponse(event, known);
            }
        }
    }

    private void takeHuman(SeenEvent message, Attributes known) {
        SeenEvent since = firstEscalation != null ? firstEscalation : firstCustomer;
        if (since != null && !humanResponded) {
            humanResponded = true;
            facts.fileWait("human_first_response_time", message.time(), known, since.time(), message.time());
        }
    }

    private void takeResponse(SeenEvent message, Attributes known) {
        long time = message.time();
        if (waiting != null) {
            facts.fileWait("response_time", time, known, waiting.time(), time);
            waiting = null;
        }
        if (!responded) {
            responded = true;
            facts.fileWait("first_response_time", time, known, firstCustomer.time(), time);
            if (message.isFrom("bot")) {
                facts.fileWait("bot_first_response_time", time, known, firstCustomer.time(), time);
            }
        }
    }
}
