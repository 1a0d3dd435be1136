package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.outgoing.Target;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which secrets outlive a change. Stateless. */
final class Keeping {
    private Keeping() {}

    /**
     * The secrets that go: all where it becomes a receiver of another kind, and those that are sent as they are where it moves to another
     * host. Otherwise whoever may change a receiver could read them, by letting them be sent to himself.
     */
    static Set<String> lost(Settings before, Settings after) {
        if (before.kind() != after.kind()) {
            return before.kind().secrets();
        }
        if (before.address().isEmpty() || sameHost(before.address(), after.address())) {
            return Set.of();
        }
        Set<String> lost = new HashSet<>(before.kind().secrets());
        lost.remove(Secrets.SIGNING);
        return lost;
    }

    /** Webhooks are signed; whoever brings no secret gets one. */
    static Map<String, String> made(Kind kind, Map<String, String> secrets) {
        return kind == Kind.WEBHOOK && !secrets.containsKey(Secrets.SIGNING)
                ? Map.of(Secrets.SIGNING, Signing.newSecret())
                : Map.of();
    }

    private static boolean sameHost(String before, String after) {
        Target one = Target.of(before);
        Target other = Target.of(after);
        return one.host().equals(other.host()) && one.port() == other.port() && one.secure() == other.secure();
    }
}
