package io.deskpulse.endtoend.reference;

import java.util.Map;

/**
 * One thing that is counted.
 *
 * @param time where it is filed, milliseconds since 1970
 * @param amount seconds, score, money or 1
 * @param label visitor or currency where it matters, else empty
 */
record Fact(String measure, long time, Map<String, String> dimensions, double amount, String label) {}
