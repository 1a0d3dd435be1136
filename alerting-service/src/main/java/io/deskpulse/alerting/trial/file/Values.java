package io.deskpulse.alerting.trial.file;

import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Quantity;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Sketch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a series, a word for each minute, parted by spaces: {@code 12} things, {@code 7/10} seven of ten, {@code 9@2+1@40} nine of 2 and one of
 * 40 (seconds, points), {@code _} nothing at all; {@code x30} behind a word says it thirty times. Pure functions; what cannot be read is an
 * IllegalArgumentException that says why.
 */
final class Values {
    private static final int MOST_MINUTES = 20_000;
    private static final long MOST = 1_000_000_000L;
    private static final long MICROS = 1_000_000;
    private static final Pattern WORD = Pattern.compile("(.+?)(?:x(\\d{1,5}))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,6})?");
    private static final String NOTHING = "_";

    private Values() {}

    /** What each minute holds; an empty map where it holds nothing. */
    interface Reader {
        Map<Measure, Amount> read(String word);
    }

    /** The values of one metric. */
    static Reader of(Metric metric, String currency) {
        require(metric.live(), "this metric is not counted yet");
        Measure first = metric.numerator().get(0);
        return switch (metric.formula()) {
            case SUM, PER_MINUTE -> word -> Map.of(first, Amount.ofCount(whole(word)));
            case RATIO ->
                word -> {
                    long[] parts = parts(word);
                    Measure all = metric.denominator().get(0);
                    return Map.of(first, Amount.ofCount(parts[0]), all, Amount.ofCount(parts[1]));
                };
            case TOP_BOX -> word -> topBox(metric, first, parts(word));
            case MEAN, DISTRIBUTION, NET_PROMOTER -> word -> Map.of(first, quantities(first, word));
            case MONEY_SUM -> word -> Map.of(first, money(currency, word));
            case MONEY_RATIO ->
                word -> {
                    String[] parts = halves(word);
                    return Map.of(
                            first,
                            money(currency, parts[0]),
                            metric.denominator().get(0),
                            Amount.ofCount(whole(parts[1])));
                };
            default -> throw new IllegalArgumentException("values of this metric cannot be written; write measures");
        };
    }

    /** The values of one measure. */
    static Reader of(Measure measure, String currency) {
        return word -> Map.of(
                measure,
                switch (measure.shape()) {
                    case COUNT -> Amount.ofCount(whole(word));
                    case MONEY -> money(currency, word);
                    case MEAN, DISTRIBUTION, SCORE -> quantities(measure, word);
                    case DISTINCT -> throw new IllegalArgumentException("different things cannot be watched");
                });
    }

    /** What each minute of a series holds. */
    static List<Map<Measure, Amount>> read(String series, Reader reader) {
        List<Map<Measure, Amount>> minutes = new ArrayList<>();
        for (String text : series.strip().split("\\s+")) {
            Matcher word = WORD.matcher(text);
            require(word.matches(), "write a value for each minute");
            Map<Measure, Amount> minute = word.group(1).equals(NOTHING) ? Map.of() : reader.read(word.group(1));
            int times = word.group(2) == null ? 1 : Integer.parseInt(word.group(2));
            require(minutes.size() + times <= MOST_MINUTES, "write at most " + MOST_MINUTES + " minutes");
            for (int i = 0; i < times; i++) {
                minutes.add(minute);
            }
        }
        return minutes;
    }

    private static Map<Measure, Amount> topBox(Metric metric, Measure measure, long[] parts) {
        Amount top = score(measure.scale().greatest(), parts[0]);
        Amount rest = score(measure.scale().least(), parts[1] - parts[0]);
        require(metric.inputs().from() > measure.scale().least(), "write points, such as 3@5");
        return Map.of(measure, top.plus(rest));
    }

    private static Amount score(int point, long times) {
        return times == 0
                ? Amount.NOTHING
                : new Amount(times, point * times, (long) point * point * times, Map.of(point, times), Map.of());
    }

    /** Values and how often each of them is there. */
    private static Amount quantities(Measure measure, String word) {
        Amount all = Amount.NOTHING;
        for (String part : word.split("\\+")) {
            String[] pair = part.split("@", -1);
            require(pair.length == 2, "write how many of what, such as 9@2.5+1@40");
            all = all.plus(quantity(measure, whole(pair[0]), pair[1]));
        }
        return all;
    }

    private static Amount quantity(Measure measure, long times, String value) {
        require(NUMBER.matcher(value).matches(), "write a number behind @");
        double number = Double.parseDouble(value);
        if (measure.shape() == Shape.SCORE) {
            require(
                    number == Math.rint(number)
                            && number >= measure.scale().least()
                            && number <= measure.scale().greatest(),
                    "write points of its scale behind @");
            return score((int) number, times);
        }
        Quantity quantity = measure.quantity();
        long kept = Math.round(number / quantity.sumOf(1));
        Map<Integer, Long> bins = new HashMap<>();
        if (measure.shape() == Shape.DISTRIBUTION) {
            bins.put(Sketch.indexOf(kept), times);
        }
        return new Amount(times, kept * times, quantity.squareOf(kept) * times, bins, Map.of());
    }

    private static Amount money(String currency, String word) {
        require(currency != null, "say in which currency");
        require(NUMBER.matcher(word).matches(), "write an amount, such as 12.50");
        return Amount.ofMoney(currency, Math.round(Double.parseDouble(word) * MICROS));
    }

    private static long[] parts(String word) {
        String[] parts = halves(word);
        long[] numbers = {whole(parts[0]), whole(parts[1])};
        require(numbers[0] <= numbers[1], "write so many of at least as many, such as 7/10");
        return numbers;
    }

    private static String[] halves(String word) {
        String[] parts = word.split("/", -1);
        require(parts.length == 2, "write so many of so many, such as 7/10");
        return parts;
    }

    private static long whole(String word) {
        require(word.matches("\\d{1,10}") && Long.parseLong(word) <= MOST, "write a whole number, at most " + MOST);
        return Long.parseLong(word);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
