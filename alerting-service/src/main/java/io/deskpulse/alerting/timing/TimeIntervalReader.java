package io.deskpulse.alerting.timing;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Reads time intervals as Alertmanager has them, in JSON. What is wrong is an InvalidMember that points to it. Stateless. */
public final class TimeIntervalReader {
    private static final Set<String> PART = Set.of("times", "weekdays", "daysOfMonth", "months", "years", "location");
    private static final int MOST = 50;

    private TimeIntervalReader() {}

    /** Reads the parts of an interval; {@code zone} is that of parts without a location. */
    public static TimeInterval read(Members members, String name, ZoneId zone) {
        List<TimeInterval.Part> parts = members.objects(name, part -> part(part, zone));
        if (parts.isEmpty() || parts.size() > MOST) {
            throw new InvalidMember(members.at(name), "Give 1 to " + MOST + " intervals.");
        }
        return new TimeInterval(parts);
    }

    private static TimeInterval.Part part(Members part, ZoneId zone) {
        part.only(PART);
        return new TimeInterval.Part(
                part.has("times") ? part.objects("times", TimeIntervalReader::minutes) : List.of(),
                ranges(part, "weekdays", Calendars::weekday, "such as monday or monday:friday"),
                days(part),
                ranges(part, "months", Calendars::month, "such as january, 3 or 1:3"),
                ranges(part, "years", Calendars::year, "such as 2026 or 2026:2028"),
                zone(part, "location").orElse(zone));
    }

    /** The time zone that a member names: one with rules, since abbreviations and offsets know of no daylight saving. */
    public static Optional<ZoneId> zone(Members members, String name) {
        return members.parsed(
                name,
                text -> ZoneId.of(Optional.of(text)
                        .filter(ZoneId.getAvailableZoneIds()::contains)
                        .orElseThrow()),
                "Send the name of a time zone such as Europe/Berlin.");
    }

    private static Range minutes(Members times) {
        times.only(Set.of("startTime", "endTime"));
        int start = minute(times, "startTime");
        int end = minute(times, "endTime");
        if (end <= start) {
            throw new InvalidMember(
                    times.at("endTime"),
                    "End after the start; split what goes past midnight, such as 22:00 to 24:00 and 00:00 to 06:00.");
        }
        return new Range(start, end);
    }

    private static int minute(Members times, String name) {
        return times.required(
                name, times.parsed(name, Calendars::minute, "Send a time of day from 00:00 to 24:00, such as 09:30."));
    }

    private static List<Range> days(Members part) {
        List<Range> days = ranges(part, "daysOfMonth", Calendars::day, "such as 1, 1:5 or -3:-1");
        for (int i = 0; i < days.size(); i++) {
            Range range = days.get(i);
            boolean backwards = range.first() > 0 == range.last() > 0 && range.first() > range.last();
            if (backwards || range.first() < 0 && range.last() > 0) {
                throw new InvalidMember(part.at("daysOfMonth") + "/" + i, "Let a range end on or after its first day.");
            }
        }
        return days;
    }

    private static List<Range> ranges(Members part, String name, ToIntFunction<String> number, String example) {
        if (!part.has(name)) {
            return List.of();
        }
        List<Range> ranges = new ArrayList<>();
        for (String text : part.texts(name)) {
            String[] ends = text.split(":", -1);
            try {
                int first = number.applyAsInt(ends[0].strip());
                int last = number.applyAsInt(ends[ends.length - 1].strip());
                if (ends.length > 2 || first > last && !name.equals("daysOfMonth")) {
                    throw new IllegalArgumentException();
                }
                ranges.add(new Range(first, last));
            } catch (IllegalArgumentException e) {
                throw new InvalidMember(
                        part.at(name) + "/" + ranges.size(),
                        "Send one or a range from the earlier to the later, " + example + ".");
            }
        }
        return ranges;
    }
}
