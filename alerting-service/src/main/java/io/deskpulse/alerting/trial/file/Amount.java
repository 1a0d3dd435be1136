package io.deskpulse.alerting.trial.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is counted of one measure in one minute, as measurements tell it. Immutable.
 *
 * @param count number of things
 * @param sum of a quantity, in the measure's unit
 * @param squares sum of its squares
 * @param bins number of values by bucket of a sketch, or by point of a scale
 * @param money millionths by currency
 */
record Amount(long count, long sum, long squares, Map<Integer, Long> bins, Map<String, Long> money) {
    static final Amount NOTHING = new Amount(0, 0, 0, Map.of(), Map.of());

    Amount {
        bins = Map.copyOf(bins);
        money = Map.copyOf(money);
    }

    static Amount ofCount(long count) {
        return new Amount(count, 0, 0, Map.of(), Map.of());
    }

    static Amount ofMoney(String currency, long micros) {
        return new Amount(0, 0, 0, Map.of(), Map.of(currency, micros));
    }

    Amount plus(Amount other) {
        return new Amount(
                count + other.count,
                sum + other.sum,
                squares + other.squares,
                added(bins, other.bins),
                added(money, other.money));
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (money.isEmpty()) {
            json.put("count", count).put("sum", sum).put("squares", squares);
        }
        if (!bins.isEmpty()) {
            ObjectNode all = json.putObject("bins");
            bins.forEach((bin, number) -> all.put(String.valueOf(bin), number));
        }
        if (!money.isEmpty()) {
            ObjectNode all = json.putObject("money");
            money.forEach(all::put);
        }
        return json;
    }

    private static <K extends Comparable<K>> Map<K, Long> added(Map<K, Long> one, Map<K, Long> other) {
        Map<K, Long> sums = new TreeMap<>(one);
        other.forEach((key, number) -> sums.merge(key, number, Long::sum));
        return sums;
    }
}
