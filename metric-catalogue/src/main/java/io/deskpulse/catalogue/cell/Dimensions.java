package io.deskpulse.catalogue.cell;

import java.util.Arrays;

/**
 * One value for each {@link Dimension}. Immutable, with its hash computed once: it is the key of every hot map.
 */
public final class Dimensions {
    private static final int SIZE = Dimension.values().length;

    /** Nothing is known. */
    public static final Dimensions UNKNOWN = new Dimensions(filled(Dimension.UNKNOWN));

    /** What overflows the limit of combinations. */
    public static final Dimensions OTHER = new Dimensions(filled(Dimension.OTHER));

    private final String[] values;
    private final int hash;

    private Dimensions(String[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    /**
     * The combination of these values.
     *
     * @param values one for each dimension in its order; null stands for {@link Dimension#UNKNOWN}
     */
    public static Dimensions of(String... values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("values: need " + SIZE + ", got " + values.length);
        }
        String[] own = values.clone();
        for (int i = 0; i < SIZE; i++) {
            if (own[i] == null) {
                own[i] = Dimension.UNKNOWN;
            }
        }
        return new Dimensions(own);
    }

    /** The value of one dimension; never null. */
    public String get(Dimension dimension) {
        return values[dimension.ordinal()];
    }

    /** The same combination with another value in one place. */
    public Dimensions with(Dimension dimension, String value) {
        String[] other = values.clone();
        other[dimension.ordinal()] = value == null ? Dimension.UNKNOWN : value;
        return new Dimensions(other);
    }

    private static String[] filled(String value) {
        String[] values = new String[SIZE];
        Arrays.fill(values, value);
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Dimensions that && hash == that.hash && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return String.join(",", values);
    }
}
