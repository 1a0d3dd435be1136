package io.deskpulse.survey.result;

/**
 * How many there are, and how much they weigh. An offer weighs one over the probability with which its person was asked.
 *
 * @param weights sum of the weights
 * @param squares sum of their squares
 */
public record Counted(long count, double weights, double squares) {
    static final Counted NONE = new Counted(0, 0, 0);

    Counted plus(Counted other) {
        return new Counted(count + other.count, weights + other.weights, squares + other.squares);
    }

    /**
     * As how many answers of equal weight they are worth: {@code (sum w)^2 / sum w^2}.
     *
     * <p>Source: L. Kish, "Survey Sampling", Wiley 1965, 11.2C.
     */
    double effective() {
        return squares == 0 ? 0 : weights * weights / squares;
    }
}
