package io.deskpulse.alerting.timing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Times that come again and again: those in any of its parts. Immutable. */
public record TimeInterval(List<Part> parts) {
    public TimeInterval {
        parts = List.copyOf(parts);
    }

    public boolean contains(Instant moment) {
        return parts.stream().anyMatch(part -> part.contains(moment));
    }

    /** The moments between two others at which it may begin or end. */
    public Set<Instant> edges(Instant from, Instant to) {
        Set<Instant> edges = new TreeSet<>();
        parts.forEach(part -> part.edges(from, to, edges));
        return edges;
    }

    /**
     * Times that fit each of these; what is empty fits always. They are read off the clocks and calendars on the wall of a zone: an hour that daylight
     * saving repeats fits twice, one that it leaves out never. Immutable.
     *
     * @param minutes of the day, from the first up to before the last: 540 to 1020 is 09:00 to 17:00
     * @param weekdays 1 is Monday
     * @param daysOfMonth negative ones count from the end: -1 is the last day
     */
    public record Part(
            List<Range> minutes,
            List<Range> weekdays,
            List<Range> daysOfMonth,
            List<Range> months,
            List<Range> years,
            ZoneId zone) {
        public Part {
            minutes = List.copyOf(minutes);
            weekdays = List.copyOf(weekdays);
            daysOfMonth = List.copyOf(daysOfMonth);
            months = List.copyOf(months);
            years = List.copyOf(years);
        }

        boolean contains(Instant moment) {
            ZonedDateTime wall = moment.atZone(zone);
            int minute = wall.getHour() * 60 + wall.getMinute();
            return (minutes.isEmpty()
                            || minutes.stream().anyMatch(range -> minute >= range.first() && minute < range.last()))
                    && any(weekdays, wall.getDayOfWeek().getValue())
                    && (daysOfMonth.isEmpty() || daysOfMonth.stream().anyMatch(range -> day(range, wall)))
                    && any(months, wall.getMonthValue())
                    && any(years, wall.getYear());
        }

        /** Each midnight, each begin and end of a day's times, however often the wall shows it, and each change of the clocks. */
        private void edges(Instant from, Instant to, Set<Instant> edges) {
            LocalDate last = to.atZone(zone).toLocalDate();
            for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                LocalDateTime midnight = day.atStartOfDay();
                add(midnight, edges);
                for (Range range : minutes) {
                    add(midnight.plusMinutes(range.first()), edges);
                    add(midnight.plusMinutes(range.last()), edges);
                }
                ZoneOffsetTransition change =
                        zone.getRules().nextTransition(midnight.atZone(zone).toInstant());
                if (change != null && change.getInstant().isBefore(to)) {
                    edges.add(change.getInstant());
                }
            }
        }

        private void add(LocalDateTime wall, Set<Instant> edges) {
            edges.add(wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
            edges.add(wall.atZone(zone).withLaterOffsetAtOverlap().toInstant());
        }

        private static boolean any(List<Range> ranges, int number) {
            return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.has(number));
        }

        /** A range may begin or end beyond a short month, and be counted from either end: 29 to -1 is nothing in most Februaries. */
        private static boolean day(Range range, ZonedDateTime wall) {
            int length = wall.toLocalDate().lengthOfMonth();
            int day = wall.getDayOfMonth();
            return day >= fromBegin(range.first(), length) && day <= fromBegin(range.last(), length);
        }

        private static int fromBegin(int day, int length) {
            return day > 0 ? day : length + 1 + day;
        }
    }
}
