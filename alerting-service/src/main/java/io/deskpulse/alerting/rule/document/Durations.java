package io.deskpulse.alerting.rule.document;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as Prometheus writes them ({@code 1h30m}); read in ISO 8601 ({@code PT1H30M}) as well. Pure functions. */
public final class Durations {
    private static final Map<String, Duration> UNITS = units();
    private static final Pattern PROMETHEUS = Pattern.compile(
            "(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private Durations() {}

    /** What a text stands for; empty where it stands for no length of time, or a negative one. */
    public static Optional<Duration> read(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher parts = PROMETHEUS.matcher(text);
        if (!text.isEmpty() && parts.matches()) {
            Duration sum = Duration.ZERO;
            int group = 0;
            for (Duration unit : UNITS.values()) {
                String count = parts.group(++group);
                sum = count == null ? sum : sum.plus(unit.multipliedBy(Long.parseLong(count)));
            }
            return Optional.of(sum);
        }
        try {
            return Optional.of(Duration.parse(text)).filter(found -> !found.isNegative());
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** As short as it can be told: {@code 90m} is {@code 1h30m}. Parts of a millisecond are left out. */
    public static String write(Duration duration) {
        long rest = duration.toMillis();
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
            long length = unit.getValue().toMillis();
            if (rest >= length) {
                text.append(rest / length).append(unit.getKey());
                rest %= length;
            }
        }
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static Map<String, Duration> units() {
        Map<String, Duration> units = new LinkedHashMap<>();
        units.put("w", Duration.ofDays(7));
        units.put("d", Duration.ofDays(1));
        units.put("h", Duration.ofHours(1));
        units.put("m", Duration.ofMinutes(1));
        units.put("s", Duration.ofSeconds(1));
        units.put("ms", Duration.ofMillis(1));
        return units;
    }
}
