package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import java.time.Duration;

/** What people should be told, of any group and for any reason where these are null; both ends of the time are part of it. */
record Expected(State to, Reason reason, String group, Duration from, Duration until) {
    boolean is(Told one) {
        Transition transition = one.transition();
        return transition.to() == to
                && (reason == null || transition.reason() == reason)
                && (group == null || transition.group().containsValue(group))
                && one.at().compareTo(from) >= 0
                && one.at().compareTo(until) <= 0;
    }
}
