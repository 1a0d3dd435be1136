package io.deskpulse.benchmarks.payload;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A steady desk with 50 combinations of dimensions: in each a conversation of four events every so often, over a long
 * time. Events come in the order of their time. Not thread-safe.
 */
public final class LongHistory implements Iterator<LongHistory.Told> {
    /** How many combinations of channel, variant and region there are. */
    public static final int COMBINATIONS = 50;

    private static final String[] CHANNELS = {"chat", "app", "email", "phone", "social"};
    private static final String[] VARIANTS = {"v1", "v2", "v3", "v4", "v5"};
    private static final String[] REGIONS = {"north", "south"};
    private static final int STEPS = 4;

    private final Instant end;
    private final Duration every;
    private final String name;
    private Instant at;
    private int combination;
    private int step;
    private long conversation;

    /**
     * @param name tells its conversations from those of another
     * @param every how long until each combination has its next conversation
     */
    public LongHistory(String name, Instant from, Instant to, Duration every) {
        this.name = name;
        this.at = from;
        this.end = to;
        this.every = every;
    }

    /**
     * An event in binary mode.
     *
     * @param data its JSON object
     */
    public record Told(String id, String type, String subject, Instant time, String data) {}

    @Override
    public boolean hasNext() {
        return at.isBefore(end);
    }

    @Override
    public Told next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String subject = name + "-" + conversation;
        Told told = new Told(subject + "." + step, type(), subject, at.plusSeconds(step * 7L), data());
        advance();
        return told;
    }

    private String type() {
        return switch (step) {
            case 0 -> "conversation.started";
            case 3 -> "conversation.ended";
            default -> "conversation.message";
        };
    }

    private String data() {
        return switch (step) {
            case 0 ->
                String.format(
                        "{\"channel\":\"%s\",\"variant\":\"%s\",\"region\":\"%s\",\"customer\":\"c%d\"}",
                        CHANNELS[combination % 5],
                        VARIANTS[combination / 5 % 5],
                        REGIONS[combination / 25],
                        conversation % 5_000);
            case 1 -> "{\"from\":\"customer\",\"text\":\"Where is my order?\"}";
            case 2 -> "{\"from\":\"bot\",\"text\":\"On its way.\",\"answered\":true}";
            default -> "{\"reason\":\"completed\",\"goalReached\":true}";
        };
    }

    private void advance() {
        if (++step < STEPS) {
            return;
        }
        step = 0;
        conversation++;
        if (++combination == COMBINATIONS) {
            combination = 0;
            at = at.plus(every);
        }
    }
}
