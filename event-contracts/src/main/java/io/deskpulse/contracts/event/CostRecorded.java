package io.deskpulse.contracts.event;

import java.math.BigDecimal;

/**
 * Money was spent on service.
 *
 * @param amount not negative; required
 * @param currency ISO 4217; required
 * @param handler {@link Party#BOT} or {@link Party#HUMAN}, or null
 * @param conversation what it was spent on, or null
 */
public record CostRecorded(BigDecimal amount, String currency, Party handler, String conversation)
        implements EventData {}
