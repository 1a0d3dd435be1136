package io.deskpulse.metrics.counting;

import io.deskpulse.catalogue.measure.DistinctSketch;
import io.deskpulse.metrics.cell.Bins;
import io.deskpulse.metrics.cell.Registers;
import java.util.HashMap;
import java.util.Map;

/** What a batch adds to one measure of one row. Mutable, not thread-safe. */
final class Sum {
    long count;
    long sum;
    long squares;
    Bins bins;
    Map<String, Long> money;
    Registers members;

    void addBin(int index, long number) {
        if (bins == null) {
            bins = new Bins();
        }
        bins.add(index, number);
    }

    void addMoney(String currency, long micros) {
        if (money == null) {
            money = new HashMap<>(2);
        }
        money.merge(currency, micros, Long::sum);
    }

    void addMember(long hash) {
        if (members == null) {
            members = new Registers();
        }
        members.add(DistinctSketch.registerOf(hash), DistinctSketch.rankOf(hash));
    }

    void add(Sum other) {
        count += other.count;
        sum += other.sum;
        squares += other.squares;
        if (other.bins != null) {
            if (bins == null) {
                bins = new Bins();
            }
            bins.add(other.bins);
        }
        if (other.money != null) {
            other.money.forEach(this::addMoney);
        }
        if (other.members != null) {
            if (members == null) {
                members = new Registers();
            }
            members.add(other.members);
        }
    }

    /** True when all that was added was taken back again. */
    boolean isZero() {
        return count == 0
                && sum == 0
                && squares == 0
                && (bins == null || bins.size() == 0)
                && money == null
                && members == null;
    }
}
