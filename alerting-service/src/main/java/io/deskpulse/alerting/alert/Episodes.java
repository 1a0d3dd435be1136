package io.deskpulse.alerting.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** From when an alert leaves normal until it is normal again: what belongs to it begins and ends with it. Stateless. */
final class Episodes {
    private Episodes() {}

    /** The alert after a transition that changes its state. */
    static Alert after(Optional<Alert> before, Transition last, long revision) {
        return last.from() == State.NORMAL ? begun(last, revision) : continued(before.orElseThrow(), last, revision);
    }

    private static Alert begun(Transition last, long revision) {
        Instant fired = last.to().active() ? last.at() : null;
        return new Alert(last.fingerprint(), revision, last, last.at(), fired, null, null, Map.of());
    }

    private static Alert continued(Alert before, Transition last, long revision) {
        boolean ended = last.to() == State.NORMAL;
        boolean fires = last.to().active() && before.firedAt() == null;
        return new Alert(
                before.fingerprint(),
                revision,
                last,
                before.startedAt(),
                fires ? last.at() : before.firedAt(),
                // What ends before anybody was told was never to be resolved.
                ended && before.state().active() ? last.at() : null,
                ended ? null : before.acknowledgement(),
                before.notes());
    }
}
