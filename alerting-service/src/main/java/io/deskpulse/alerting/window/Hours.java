package io.deskpulse.alerting.window;

import io.deskpulse.catalogue.cell.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hours of one level, of which the topic holds the last ones only: those before are put back from where they are kept, as one sum that changes no
 * more. Mutable, not thread-safe.
 */
final class Hours {
    private static final long HOUR = Granularity.HOUR.millis();

    private final Level level;
    private final CellSet set;
    private final TreeSet<Long> unstored = new TreeSet<>();
    private long inTopicFrom = Long.MAX_VALUE;
    private long knownFrom = Long.MAX_VALUE;
    private long listedTo;

    Hours(Level level, CellSet set) {
        this.level = level;
        this.set = set;
    }

    /** The topic is read from an hour on; of what was before only what is stored is known. */
    void begin(long firstHour, List<HourTallies> stored) {
        inTopicFrom = firstHour;
        listedTo = firstHour;
        knownFrom = firstHour;
        TreeMap<Long, String> documents = new TreeMap<>();
        stored.stream()
                .filter(each -> each.level().equals(level.id()))
                .forEach(each -> documents.put(each.hour(), each.document()));
        for (long hour = firstHour - HOUR; documents.containsKey(hour); hour -= HOUR) {
            if (!HourDocument.read(documents.get(hour), set, hour)) {
                break;
            }
            knownFrom = hour;
        }
        set.settleBefore(firstHour);
    }

    /** Whether cells of an hour are all in the topic. */
    boolean takes(long hour) {
        return hour >= inTopicFrom;
    }

    void changed(long hour) {
        unstored.add(hour);
    }

    /** The first hour since which there is no gap. */
    long knownFrom() {
        return knownFrom;
    }

    /** What is to be stored: hours that have changed, and those that nothing happened in, up to a moment. */
    List<HourTallies> takeUnstored(long until) {
        for (; listedTo + HOUR <= until; listedTo += HOUR) {
            unstored.add(listedTo);
        }
        List<HourTallies> tallies = new ArrayList<>();
        for (long hour : unstored) {
            Bucket bucket = set.buckets().get(hour);
            tallies.add(
                    new HourTallies(level.id(), hour, HourDocument.write(set, bucket == null ? null : bucket.sum())));
        }
        unstored.clear();
        return tallies;
    }

    void storeAgain(List<HourTallies> notStored) {
        notStored.stream().filter(each -> each.level().equals(level.id())).forEach(each -> unstored.add(each.hour()));
    }
}
