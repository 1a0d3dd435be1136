package io.deskpulse.alerting.outgoing;

/** Makes calls that tenants ask for, to where they may go and nowhere else. Calls block for as long as the settings say; thread-safe. */
@FunctionalInterface
public interface Outgoing {
    /** Makes one call, and follows no redirect: that is an answer like any other. */
    Reply post(Post post);
}
