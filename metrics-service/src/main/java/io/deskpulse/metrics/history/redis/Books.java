package io.deskpulse.metrics.history.redis;

import io.deskpulse.metrics.cell.Keys;
import io.deskpulse.metrics.history.Timer;
import java.util.List;

/** The small keys of a partition that are saved whole each time, and those of history itself. */
final class Books {
    private Books() {}

    /** Clocks, and what has still to be sent. Timers are not among them: they follow from the states. */
    static List<String> of(Keys keys) {
        return List.of(keys.clock(), keys.dirty(), keys.journeys());
    }

    /** The sorted set that a timer stands in, without the prefix. */
    static String timers(Timer timer) {
        return switch (timer.clock()) {
            case OBSERVED -> "t:o:" + timer.tenant();
            case DECLARED -> "t:d:" + timer.tenant();
            case WALL -> "t:w";
        };
    }

    /** True where a book is a hash, false where it is a sorted set. */
    static boolean isHash(String name) {
        return name.equals("clock");
    }

    /** What Redis was last told is in Postgres: {@code <revision>:<position>}. */
    static String saved(Keys keys) {
        return keys.prefix() + "saved";
    }

    /** Who is loading the partition back. */
    static String loading(Keys keys) {
        return keys.prefix() + "loading";
    }
}
