package io.deskpulse.endtoend.reference;

/**
 * What an answer is split by.
 *
 * @param dimension its name, or empty for everything
 * @param value of the dimension, or empty
 * @param currency of costs, or empty
 */
public record Group(String dimension, String value, String currency) {
    /** Everything. */
    public static final Group ALL = new Group("", "", "");

    /** One value of a dimension. */
    public static Group of(String dimension, String value) {
        return new Group(dimension, value, "");
    }

    /** The part of it in one currency. */
    public Group in(String other) {
        return new Group(dimension, value, other);
    }

    @Override
    public String toString() {
        return (dimension.isEmpty() ? "total" : dimension + "=" + value)
                + (currency.isEmpty() ? "" : " in " + currency);
    }
}
