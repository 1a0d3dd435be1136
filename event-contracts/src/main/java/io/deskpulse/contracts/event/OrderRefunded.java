package io.deskpulse.contracts.event;

import java.math.BigDecimal;

/**
 * Money of an order was given back.
 *
 * @param order order id; required
 * @param amount not negative; required
 * @param currency ISO 4217; required
 * @param conversation the conversation that led to it, or null
 */
public record OrderRefunded(String order, BigDecimal amount, String currency, String conversation)
        implements OrderData {}
