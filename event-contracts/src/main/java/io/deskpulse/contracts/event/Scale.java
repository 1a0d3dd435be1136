package io.deskpulse.contracts.event;

/**
 * The ends of a numeric answer.
 *
 * @param min the least value
 * @param max the greatest value; greater than {@code min}
 */
public record Scale(int min, int max) {
    public Scale {
        if (min >= max) {
            throw new IllegalArgumentException("scale: min " + min + " is not below max " + max);
        }
    }
}
