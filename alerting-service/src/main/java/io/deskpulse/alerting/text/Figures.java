package io.deskpulse.alerting.text;

import io.deskpulse.catalogue.definition.Unit;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them: of a metric, in one language. Immutable. */
final class Figures {
    private static final int MOST_DECIMALS = 6;
    private static final int PERCENT = 100;
    private static final double LONG = 120;

    private final Unit unit;
    private final String currency;
    private final Phrases phrases;

    Figures(Unit unit, String currency, Phrases phrases) {
        this.unit = unit;
        this.currency = currency;
        this.phrases = phrases;
    }

    static String whole(long number) {
        return number(number, 0);
    }

    /** At most so many decimals. */
    static String number(double number, int decimals) {
        // The same in both languages, and independent of where the service runs.
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(number);
        return text.equals("-0") ? "0" : text;
    }

    /** A value; what stands for none where it is null. */
    String value(Double value) {
        return value(value, null);
    }

    /** A value as exactly as is needed to tell it from another one: 69.96 % is not 70 %. */
    String value(Double value, Double other) {
        if (value == null || !Double.isFinite(value)) {
            return phrases.nothing();
        }
        String text = text(value, 0);
        for (int more = 1; more < MOST_DECIMALS; more++) {
            if (other == null || value.equals(other) || !text.equals(text(other, more - 1))) {
                break;
            }
            text = text(value, more);
        }
        return text;
    }

    /** A share, of whatever unit the metric is. */
    String share(Double share) {
        return share == null || !Double.isFinite(share)
                ? phrases.nothing()
                : phrases.percent(number(PERCENT * share, 1));
    }

    /** A difference of two values. */
    String difference(Double difference) {
        return unit == Unit.RATIO && difference != null
                ? phrases.points(number(PERCENT * difference, 1))
                : value(difference);
    }

    private String text(double value, int more) {
        return switch (unit) {
            case RATIO -> phrases.percent(number(PERCENT * value, 1 + more));
            case SECONDS -> time(value, more);
            case HOURS -> phrases.hours(number(value, 1 + more));
            case PER_MINUTE -> phrases.perMinute(number(value, 2 + more));
            case CURRENCY -> (currency == null ? "" : currency + " ") + number(value, 2 + more);
            case COUNT, SCORE -> number(value, 2 + more);
        };
    }

    private String time(double seconds, int more) {
        if (Math.abs(seconds) < 1 && seconds != 0) {
            return phrases.milliseconds(number(seconds * Duration.ofSeconds(1).toMillis(), more));
        }
        return Math.abs(seconds) < LONG || more > 0
                ? phrases.seconds(number(seconds, 1 + more))
                : phrases.length(Duration.ofSeconds(Math.round(seconds)));
    }
}
