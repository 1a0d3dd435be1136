package io.deskpulse.alerting.silence.document;

import io.deskpulse.alerting.matching.Matchers;
import io.deskpulse.alerting.silence.Draft;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Reads what somebody wants silenced. What is wrong is an InvalidMember that points to it. Stateless. */
public final class DraftReader {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_TEXT = 1000;
    private static final String TIME = "Send a time as RFC 3339 has it, such as 2026-03-02T09:00:00Z.";

    private DraftReader() {}

    /** Reads it; the author is the caller where none is named, and it starts now where it does not say when. */
    public static Draft read(byte[] body, String caller, Instant now) {
        Members members = Members.of(body)
                .only(Set.of(
                        "id", "state", "matchers", "startsAt", "endsAt", "author", "comment", "createdAt", "revision"));
        Instant starts = members.parsed("startsAt", DraftReader::time, TIME).orElse(now);
        Instant ends = members.required("endsAt", members.parsed("endsAt", DraftReader::time, TIME));
        if (!ends.isAfter(starts)
                || !ends.isAfter(now)
                || Duration.between(starts, ends).compareTo(LONGEST) > 0) {
            throw new InvalidMember(members.at("endsAt"), "Let it end after it starts and after now, within 366 days.");
        }
        return new Draft(
                matchers(members),
                starts,
                ends,
                text(members, "author", members.text("author").orElse(caller)),
                text(members, "comment", members.requiredText("comment")));
    }

    /** Matchers that a silence may have: at least one wants some value, else alerts would be silenced for what they do not have. */
    public static Matchers matchers(Members members) {
        Matchers matchers = Matchers.read(members, "matchers");
        if (matchers.all().stream().allMatch(matcher -> matcher.matchesAbsent())) {
            throw new InvalidMember(
                    members.at("matchers"),
                    "Give at least one matcher that needs a value, such as alertname=\"resolution\".");
        }
        return matchers;
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(Members members, String name, String text) {
        if (text.isBlank() || text.length() > MOST_TEXT) {
            throw new InvalidMember(members.at(name), "Send 1 to " + MOST_TEXT + " characters.");
        }
        return text;
    }
}
