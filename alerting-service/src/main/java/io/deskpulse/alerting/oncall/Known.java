package io.deskpulse.alerting.oncall;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What documents may name. Immutable.
 *
 * @param receiver whether there is a receiver of an id
 * @param schedule whether there is a schedule
 * @param policy whether there is a policy
 */
public record Known(Predicate<String> receiver, Predicate<String> schedule, Predicate<String> policy) {
    /** For documents that were looked at when they were written: what they name may be gone since. */
    public static final Known ANYTHING = new Known(id -> true, id -> true, id -> true);

    /** The receiver that a member names. */
    public Optional<String> receiver(Members members, String name) {
        return named(members, name, receiver, "receiver");
    }

    public Optional<String> schedule(Members members, String name) {
        return named(members, name, schedule, "schedule");
    }

    public Optional<String> policy(Members members, String name) {
        return named(members, name, policy, "escalation policy");
    }

    /** Throws where a receiver is not there. */
    public void requireReceiver(String id, String pointer) {
        require(id, pointer, receiver, "receiver");
    }

    private static Optional<String> named(Members members, String name, Predicate<String> known, String kind) {
        Optional<String> id = members.text(name);
        id.ifPresent(found -> require(found, members.at(name), known, kind));
        return id;
    }

    private static void require(String id, String pointer, Predicate<String> known, String kind) {
        if (!known.test(id)) {
            throw new InvalidMember(pointer, "There is no such " + kind + "; make it first, or correct its id.");
        }
    }
}
