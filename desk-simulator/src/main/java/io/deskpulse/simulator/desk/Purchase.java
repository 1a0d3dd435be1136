package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.simulator.dialogue.Language;
import io.deskpulse.simulator.random.Dice;

/** What good advice leads to. */
final class Purchase {
    private static final double BUYS = 0.3;
    private static final double PAYS = 0.85;

    private Purchase() {}

    static void maybe(Timeline timeline, Chat chat, String conversation) {
        Dice dice = chat.dice();
        String customer = chat.customer().id();
        if (customer == null || chat.topic().scene() != Scene.PRESALES || chat.mood() < 0 || !dice.chance(BUYS)) {
            return;
        }
        long placed = chat.now() + (long) dice.between(60_000, 300_000);
        boolean chinese = chat.customer().language() == Language.CHINESE;
        long cents = (long) dice.around(chinese ? 26_000 : 5_500, 0.7);
        String currency = chinese ? "CNY" : "USD";
        order(timeline, EventType.ORDER_PLACED, customer, conversation, cents, currency, placed);
        if (dice.chance(PAYS)) {
            order(timeline, EventType.ORDER_PAID, customer, conversation, cents, currency, placed + 40_000);
        }
    }

    private static void order(
            Timeline timeline,
            EventType type,
            String customer,
            String conversation,
            long cents,
            String currency,
            long millis) {
        timeline.data()
                .text("order", "o" + conversation)
                .amount("amount", cents, 2)
                .text("currency", currency)
                .text("conversation", conversation);
        timeline.add(type, Sources.ORDERS, customer, millis);
    }
}
