package io.deskpulse.contracts.event;

import java.math.BigDecimal;

/** What happens to an order. */
public sealed interface OrderData extends CommerceData permits OrderPlaced, OrderPaid, OrderRefunded {
    /** The order id. */
    String order();

    /** An amount of money, not negative, in {@link #currency()}. */
    BigDecimal amount();

    /** ISO 4217. */
    String currency();

    /** The conversation that led to it, or null. */
    String conversation();
}
