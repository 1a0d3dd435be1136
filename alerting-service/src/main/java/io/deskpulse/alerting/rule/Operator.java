package io.deskpulse.alerting.rule;

/** How a value is compared with a limit. */
public enum Operator {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As rules write it. */
    public String sign() {
        return sign;
    }

    /** Whether greater values are the bad ones. */
    public boolean upward() {
        return this == ABOVE || this == AT_LEAST;
    }

    public boolean holds(double value, double limit) {
        return switch (this) {
            case ABOVE -> value > limit;
            case AT_LEAST -> value >= limit;
            case BELOW -> value < limit;
            case AT_MOST -> value <= limit;
        };
    }
}
