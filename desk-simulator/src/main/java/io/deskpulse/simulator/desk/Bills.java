package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.CostCategory;
import io.deskpulse.contracts.event.EventType;

/** What a conversation costs the shop. */
final class Bills {
    private static final long PLATFORM_FEN = 5;
    private static final long FEN_PER_LABOUR_MINUTE = 90;
    private static final long TEN_THOUSANDTHS_OF_A_DOLLAR_PER_RESPONSE = 18;

    private Bills() {}

    static void write(Timeline timeline, Chat chat, String conversation, long labourSeconds) {
        long millis = chat.now() + 2_000;
        bill(timeline, CostCategory.PLATFORM, conversation, null, PLATFORM_FEN, 2, "CNY", millis);
        if (chat.botResponses() > 0) {
            long amount = TEN_THOUSANDTHS_OF_A_DOLLAR_PER_RESPONSE * chat.botResponses();
            bill(timeline, CostCategory.MODEL, conversation, "bot", amount, 4, "USD", millis);
        }
        if (labourSeconds > 0) {
            // Time spent waiting for the customer to come back is nobody's work.
            long minutes = 1 + Math.min(labourSeconds, 1_800) / 60;
            bill(
                    timeline,
                    CostCategory.LABOUR,
                    conversation,
                    "human",
                    minutes * FEN_PER_LABOUR_MINUTE,
                    2,
                    "CNY",
                    millis);
        }
    }

    private static void bill(
            Timeline timeline,
            CostCategory category,
            String conversation,
            String handler,
            long units,
            int decimals,
            String currency,
            long millis) {
        timeline.data()
                .amount("amount", units, decimals)
                .text("currency", currency)
                .text("handler", handler)
                .text("conversation", conversation);
        timeline.add(EventType.COST_RECORDED, Sources.BILLING, category.wire(), millis);
    }
}
