package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.oncall.Escalation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a group holds: its alerts, what was told of them, and how far that has escalated. Immutable. */
public record Contents(List<Member> members, List<Told> told, Optional<Escalation> escalation) {
    public Contents {
        members = List.copyOf(members);
        told = List.copyOf(told);
    }

    Told told(String receiver) {
        return told.stream()
                .filter(one -> one.receiver().equals(receiver))
                .findFirst()
                .orElseGet(() -> Told.nothing(receiver));
    }

    Set<String> ended() {
        return members.stream()
                .filter(member -> !member.active())
                .map(Member::fingerprint)
                .collect(Collectors.toSet());
    }

    Optional<Member> member(String fingerprint) {
        return members.stream()
                .filter(member -> member.fingerprint().equals(fingerprint))
                .findFirst();
    }
}
