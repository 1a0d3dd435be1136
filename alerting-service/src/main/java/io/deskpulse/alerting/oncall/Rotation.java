package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * People who take turns. Turns are counted on the clock on the wall: they begin at the same time of day the whole year, and the one in which
 * clocks change is an hour shorter or longer. Immutable.
 *
 * @param start when the first turn begins, by the clock of the zone
 * @param length of a turn, in units
 * @param unit hours, days or weeks
 * @param participants receivers, in their order
 */
public record Rotation(LocalDateTime start, int length, ChronoUnit unit, ZoneId zone, List<String> participants) {
    public Rotation {
        participants = List.copyOf(participants);
        if (participants.isEmpty() || length < 1) {
            throw new IllegalArgumentException("somebody takes turns of some length");
        }
    }

    /** Whose turn it is; empty before the first. */
    public Optional<String> at(Instant moment) {
        long turn = turn(moment);
        return turn < 0 ? Optional.empty() : Optional.of(participants.get((int) (turn % participants.size())));
    }

    /** When the turn after that of this moment begins. */
    Instant next(Instant moment) {
        return begin(Math.max(0, turn(moment) + 1));
    }

    private long turn(Instant moment) {
        long about = unit.between(start, LocalDateTime.ofInstant(moment, zone)) / length;
        // Near a change of clocks the wall may be an hour off.
        long turn = about + 1;
        while (turn > about - 3 && begin(turn).isAfter(moment)) {
            turn--;
        }
        return begin(turn).isAfter(moment) ? -1 : turn;
    }

    /** A time that the wall leaves out is moved on by the hour that is left out; of one that comes twice it is the first. */
    private Instant begin(long turn) {
        return start.plus(turn * length, unit).atZone(zone).toInstant();
    }
}
