package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.metrics.counting.PartitionStore.Scored;
import io.deskpulse.metrics.folding.SubjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One sorted set of subjects by a lower bound of a deadline, and what is to be changed in it. Knows the earliest bound,
 * so that the store is asked only when a clock has passed it. Used by one thread.
 */
final class TimerSet {
    private static final Long OUT = Long.MAX_VALUE;

    private final String key;
    private final Map<String, Long> changes = new HashMap<>();
    private long earliestMillis;

    /**
     * @param earliestMillis at most the lowest score in the store; {@link Long#MAX_VALUE} when it is empty
     */
    TimerSet(String key, long earliestMillis) {
        this.key = key;
        this.earliestMillis = earliestMillis;
    }

    String key() {
        return key;
    }

    boolean isPast(long clockMillis) {
        return earliestMillis < clockMillis;
    }

    /**
     * The entries that a clock has passed. What remains is known from now on only by its lower bound.
     *
     * @param first the first entries of the set
     * @param limit how many were asked for
     */
    List<Scored> passed(List<Scored> first, int limit, long clockMillis) {
        List<Scored> passed = new ArrayList<>();
        for (Scored entry : first) {
            if (entry.score() >= clockMillis) {
                earliestMillis = entry.score();
                return passed;
            }
            passed.add(entry);
        }
        earliestMillis =
                first.size() < limit ? OUT : first.get(first.size() - 1).score();
        return passed;
    }

    /** Puts a subject in, moves it, or with {@link Long#MAX_VALUE} takes it out. */
    void put(SubjectKey subject, long deadlineMillis) {
        changes.put(member(subject), deadlineMillis);
        earliestMillis = Math.min(earliestMillis, deadlineMillis);
    }

    void takeChanges(Changes to) {
        if (changes.isEmpty()) {
            return;
        }
        List<byte[]> in = new ArrayList<>();
        List<byte[]> out = new ArrayList<>();
        changes.forEach((member, deadline) -> {
            if (deadline.equals(OUT)) {
                out.add(member.getBytes(UTF_8));
            } else {
                in.add(Long.toString(deadline).getBytes(UTF_8));
                in.add(member.getBytes(UTF_8));
            }
        });
        changes.clear();
        add(to, Changes.Command.ZADD, in);
        add(to, Changes.Command.ZREM, out);
    }

    private void add(Changes to, Changes.Command command, List<byte[]> arguments) {
        if (!arguments.isEmpty()) {
            to.add(new Changes.Operation(command, key.getBytes(UTF_8), false, Changes.KEEPS_EXPIRY, arguments));
        }
    }

    /** A subject as a member. */
    static String member(SubjectKey subject) {
        return subject.tenant() + ':' + subject.kind() + ':' + subject.id();
    }

    /** The subject that a member names. */
    static SubjectKey subject(String member) {
        String[] parts = member.split(":", 3);
        return new SubjectKey(parts[0], parts[1].charAt(0), parts[2]);
    }
}
