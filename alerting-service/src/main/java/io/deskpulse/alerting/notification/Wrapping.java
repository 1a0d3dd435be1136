package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.route.Pace;
import io.deskpulse.kit.listing.TimeOrderedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How a group is left: gathers when to look again, which alerts leave it, and what the log says of those that nobody was told of. Used by one thread. */
final class Wrapping {
    private final Lease lease;
    private final Contents contents;
    private final Map<String, Held> held;
    private final Pace pace;
    private final Instant now;
    private final List<Instant> times = new ArrayList<>();

    Wrapping(Lease lease, Contents contents, Map<String, Held> held, Pace pace, Instant now) {
        this.lease = lease;
        this.contents = contents;
        this.held = held;
        this.pace = pace;
        this.now = now;
    }

    /** Something changes by time alone. */
    void again(Optional<Instant> time) {
        time.ifPresent(times::add);
    }

    Closing closing(List<Told> told, Recipients.Turn turn, long routing) {
        again(turn.again());
        Set<String> leaving = leaving(told);
        Map<String, String> holding = new HashMap<>();
        held.forEach((alert, why) -> {
            if (!leaving.contains(alert)) {
                holding.put(alert, why.text());
            }
        });
        boolean left = leaving.size() < contents.members().size();
        return new Closing(
                now,
                leaving,
                holding,
                entries(turn.passed()),
                droppedEntries(leaving),
                turn.escalation(),
                left ? Optional.of(due(!holding.isEmpty())) : Optional.empty(),
                pace.groupInterval(),
                routing);
    }

    /** Whatever has ended or gone elsewhere, and nobody waits for its end. */
    private Set<String> leaving(List<Told> told) {
        Set<String> leaving = new HashSet<>();
        for (Member member : contents.members()) {
            boolean gone = Optional.ofNullable(held.get(member.fingerprint()))
                    .filter(why -> why.reason().equals(RoutedStage.REASON))
                    .isPresent();
            if ((!member.active() || gone) && told.stream().noneMatch(one -> one.knows(member.fingerprint()))) {
                leaving.add(member.fingerprint());
            }
        }
        return leaving;
    }

    /** What is held back is looked at again each interval; nothing is left alone for longer than until it is repeated. */
    private Instant due(boolean holding) {
        Instant latest = now.plus(holding ? pace.groupInterval() : pace.repeatInterval());
        return times.stream()
                .filter(time -> time.isBefore(latest))
                .min(Instant::compareTo)
                .orElse(latest);
    }

    private List<Entry> entries(List<Integer> passed) {
        List<Entry> entries = new ArrayList<>(heldEntries());
        List<String> firing = contents.members().stream()
                .filter(Member::active)
                .map(Member::fingerprint)
                .toList();
        passed.forEach(level -> entries.add(entry(Entry.Outcome.HELD, "nobody-on-call", "step " + level, firing)));
        return entries;
    }

    /** Alerts that are held back since now, or for another reason than before, together by the reason. */
    private List<Entry> heldEntries() {
        Map<String, List<String>> alerts = new TreeMap<>();
        Map<String, Held> reasons = new HashMap<>();
        held.forEach((alert, why) -> {
            boolean news = contents.member(alert)
                    .filter(member -> why.text().equals(member.held()))
                    .isEmpty();
            if (news && contents.member(alert).filter(Member::active).isPresent()) {
                alerts.computeIfAbsent(why.text(), text -> new ArrayList<>()).add(alert);
                reasons.put(why.text(), why);
            }
        });
        return alerts.entrySet().stream()
                .map(one -> entry(
                        Entry.Outcome.HELD,
                        reasons.get(one.getKey()).reason(),
                        reasons.get(one.getKey()).detail(),
                        one.getValue()))
                .toList();
    }

    /** Alerts that have ended before anybody was told that they fire. */
    private List<Entry> droppedEntries(Set<String> leaving) {
        List<String> never = contents.members().stream()
                .filter(member -> !member.active() && leaving.contains(member.fingerprint()))
                .map(Member::fingerprint)
                .filter(alert -> contents.told().stream().noneMatch(one -> one.knows(alert)))
                .sorted()
                .toList();
        return never.isEmpty() ? List.of() : List.of(entry(Entry.Outcome.DROPPED, "not-told", null, never));
    }

    private Entry entry(Entry.Outcome outcome, String reason, String detail, List<String> alerts) {
        return new Entry(
                TimeOrderedId.at(now),
                lease.group().tenant(),
                now,
                lease.group().key(),
                null,
                outcome,
                reason,
                detail,
                alerts,
                null,
                0,
                0);
    }
}
