package io.deskpulse.metrics.cell;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import java.util.ArrayList;
import java.util.List;

/**
 * How finely a block is cut: not at all, by one dimension, or by all of them. Each fact is added to every split, so all
 * splits of a block add up to the same.
 *
 * @param id part of keys: {@code total}, the id of a dimension, or {@code full}
 * @param dimension the dimension of a single split, else null
 */
public record Split(String id, Dimension dimension) {
    /** Between the values of a field name. */
    public static final char SEPARATOR = '\u001f';

    /** Everything together; one field with an empty name. */
    public static final Split TOTAL = new Split("total", null);

    /** Cut by all dimensions; a field for each combination. */
    public static final Split FULL = new Split("full", null);

    /** Every split, total first and full last; the place in this list is {@link #index}. */
    public static final List<Split> ALL = all();

    /** The split by one dimension. */
    public static Split by(Dimension dimension) {
        return ALL.get(1 + dimension.ordinal());
    }

    /** The split with this id, or null. */
    public static Split ofId(String id) {
        for (Split split : ALL) {
            if (split.id.equals(id)) {
                return split;
            }
        }
        return null;
    }

    /** Its place in {@link #ALL}. */
    public int index() {
        return dimension != null ? 1 + dimension.ordinal() : isFull() ? ALL.size() - 1 : 0;
    }

    /** Whether it is cut by all dimensions. */
    public boolean isFull() {
        return dimension == null && !id.equals(TOTAL.id);
    }

    /** The field that these dimensions are counted under, without a currency. */
    public String valueOf(Dimensions dimensions) {
        if (dimension != null) {
            return dimensions.get(dimension);
        }
        return isFull() ? joined(dimensions) : "";
    }

    /** A field of a measure of shape MONEY: the value, and the currency behind it. */
    public static String withCurrency(String value, String currency) {
        return value + SEPARATOR + currency;
    }

    /** A field of a measure of shape DISTINCT, of which each bucket is stored by itself. */
    public static String withSlot(String value, int slot) {
        return value + SEPARATOR + slot;
    }

    /** The value of a field as {@link #withCurrency} or {@link #withSlot} made it. */
    public static String withoutLast(String field) {
        return field.substring(0, field.lastIndexOf(SEPARATOR));
    }

    private static String joined(Dimensions dimensions) {
        StringBuilder text = new StringBuilder(96);
        for (Dimension each : Dimension.values()) {
            if (each.ordinal() > 0) {
                text.append(SEPARATOR);
            }
            text.append(dimensions.get(each));
        }
        return text.toString();
    }

    private static List<Split> all() {
        List<Split> splits = new ArrayList<>();
        splits.add(TOTAL);
        for (Dimension dimension : Dimension.values()) {
            splits.add(new Split(dimension.id(), dimension));
        }
        splits.add(FULL);
        return List.copyOf(splits);
    }
}
