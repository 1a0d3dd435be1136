package io.deskpulse.alerting.route;

/** Who is told of the alerts of a route. */
public sealed interface Target {
    /** Its id. */
    String id();

    /** A receiver, told of each group of its own. */
    record ToReceiver(String id) implements Target {}

    /** An escalation policy: one after the other is told, until somebody acknowledges. */
    record ToPolicy(String id) implements Target {}
}
