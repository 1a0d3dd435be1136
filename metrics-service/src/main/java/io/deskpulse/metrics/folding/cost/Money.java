package io.deskpulse.metrics.folding.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money as whole millionths of the currency's unit, so that sums are exact. */
public final class Money {
    private static final int PLACES = 6;

    private Money() {}

    /**
     * An amount in millionths, half a millionth rounded to the even one.
     *
     * @throws ArithmeticException where it is beyond nine trillion units
     */
    public static long micros(BigDecimal amount) {
        return amount.movePointRight(PLACES).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
