package io.deskpulse.benchmarks.table;

/**
 * One line of the table.
 *
 * @param what is measured
 * @param ours what we reach, with its unit
 * @param reference what the reference reaches, or a dash
 * @param ratio of both, or a dash
 * @param target what is to be reached, or a dash
 * @param met yes, no, or a dash where there is no target
 */
public record Row(String what, String ours, String reference, String ratio, String target, String met) {
    /** A throughput against a reference in the same run: ours must be at least so many times as much. */
    public static Row ratio(String what, double ours, double reference, String unit, double atLeast) {
        double ratio = ours / reference;
        return new Row(
                what,
                number(ours) + " " + unit,
                number(reference) + " " + unit,
                decimal(ratio),
                ">= " + decimal(atLeast),
                yesOrNo(ratio >= atLeast));
    }

    /** A time that must stay below a limit. */
    public static Row time(String what, double millis, double below) {
        return new Row(what, decimal(millis) + " ms", "-", "-", "< " + number(below) + " ms", yesOrNo(millis < below));
    }

    /** A figure beside a reference's that must stay below a limit. */
    public static Row below(String what, double ours, double reference, String unit, double below) {
        return new Row(
                what,
                number(ours) + " " + unit,
                number(reference) + " " + unit,
                decimal(ours / reference),
                "< " + number(below) + " " + unit,
                yesOrNo(ours < below));
    }

    /** A figure beside a reference's, without a target. */
    public static Row compared(String what, double ours, double reference, String unit) {
        return new Row(
                what, number(ours) + " " + unit, number(reference) + " " + unit, decimal(ours / reference), "-", "-");
    }

    /** Only told. */
    public static Row told(String what, String ours) {
        return new Row(what, ours, "-", "-", "-", "-");
    }

    private static String yesOrNo(boolean met) {
        return met ? "yes" : "NO";
    }

    private static String number(double value) {
        return String.format("%,.0f", value);
    }

    private static String decimal(double value) {
        return value >= 100 ? number(value) : String.format("%.2f", value);
    }
}
