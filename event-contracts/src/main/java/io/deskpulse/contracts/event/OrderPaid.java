package io.deskpulse.contracts.event;

import java.math.BigDecimal;

/**
 * An order was paid.
 *
 * @param order order id; required
 * @param amount not negative; required
 * @param currency ISO 4217; required
 * @param conversation the conversation that led to it, or null
 */
public record OrderPaid(String order, BigDecimal amount, String currency, String conversation) implements OrderData {}
