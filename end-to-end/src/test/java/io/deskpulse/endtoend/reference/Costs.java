package io.deskpulse.endtoend.reference;

/** Recorded costs. */
final class Costs {
    private Costs() {}

    /** @param known of the conversation it names, or nothing; the handler is the one that the cost itself names */
    static void file(SeenEvent cost, Attributes known, Facts facts) {
        Attributes attributes = cost.has("handler") ? known.with("handler", cost.text("handler")) : known;
        facts.file("cost", cost.time(), attributes, cost.number("amount"), cost.text("currency"));
    }
}
