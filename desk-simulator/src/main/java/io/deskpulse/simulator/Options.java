package io.deskpulse.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the command line asks for; {@link #USAGE} explains it. */
final class Options {
    static final String USAGE =
            """
            Simulates the service desk of a bilingual shop and sends its events to Deskpulse.

              DESKPULSE_INGEST_URL    address of the ingest service (http://localhost:8081)
              DESKPULSE_INGEST_TOKEN  token with the scope ingest:write

              --seed N          another number, another desk (1)
              --rate R          conversations a minute on average (10)
              --customers N     people the shop knows (20000)
              --backfill D      begin so long ago, e.g. 24h, 90m, 7d (24h)
              --start T         begin at this instant instead, e.g. 2026-11-20T00:00:00Z
              --end T           stop at this instant (never)
              --speed X         send the past X times as fast as it happened (max: as fast as it is taken)
              --events N        stop after N events
              --position FILE   remember where it got to, and go on from there the next time
              --stdout          print the events, one a line, instead of sending them
            """;

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)([smhd])");

    long seed = 1;
    double rate = 10;
    int customers = 20_000;
    Duration backfill = Duration.ofHours(24);
    Optional<Instant> start = Optional.empty();
    Optional<Instant> end = Optional.empty();
    double speed = Double.POSITIVE_INFINITY;
    long events = Long.MAX_VALUE;
    Optional<Path> position = Optional.empty();
    boolean stdout;
    boolean help;
    URI ingest;
    String token;

    private Options() {}

    /** @throws IllegalArgumentException whose message tells people what is wrong */
    static Options of(List<String> arguments, Map<String, String> environment) {
        Options options = new Options();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            try {
                options.set(name, rest);
            } catch (NumberFormatException | DateTimeParseException | NoSuchElementException e) {
                throw new IllegalArgumentException(name + " needs a value of the form that --help shows");
            }
        }
        options.ingest = URI.create(environment.getOrDefault("DESKPULSE_INGEST_URL", "http://localhost:8081"));
        options.token = environment.getOrDefault("DESKPULSE_INGEST_TOKEN", "");
        if (options.token.isBlank() && !options.stdout && !options.help) {
            throw new IllegalArgumentException(
                    "DESKPULSE_INGEST_TOKEN is not set; source .deskpulse/tokens.env, or use --stdout");
        }
        return options;
    }

    private void set(String name, Deque<String> rest) {
        switch (name) {
            case "--seed" -> seed = Long.parseLong(rest.pop());
            case "--rate" -> rate = Double.parseDouble(rest.pop());
            case "--customers" -> customers = Integer.parseInt(rest.pop());
            case "--backfill" -> backfill = duration(rest.pop());
            case "--start" -> start = Optional.of(Instant.parse(rest.pop()));
            case "--end" -> end = Optional.of(Instant.parse(rest.pop()));
            case "--speed" -> speed = speed(rest.pop());
            case "--events" -> events = Long.parseLong(rest.pop());
            case "--position" -> position = Optional.of(Path.of(rest.pop()));
            case "--stdout" -> stdout = true;
            case "--help", "-h" -> help = true;
            default -> throw new IllegalArgumentException("unknown option " + name + "; --help lists them");
        }
    }

    private static double speed(String text) {
        return text.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static Duration duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
