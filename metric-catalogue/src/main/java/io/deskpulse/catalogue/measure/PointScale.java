package io.deskpulse.catalogue.measure;

/**
 * The points that a question can be answered with: whole numbers. Immutable.
 *
 * @param least the lowest point
 * @param greatest the highest point; greater than {@code least}
 */
public record PointScale(int least, int greatest) {
    public PointScale {
        if (least >= greatest) {
            throw new IllegalArgumentException("scale: " + least + " is not below " + greatest);
        }
    }
}
