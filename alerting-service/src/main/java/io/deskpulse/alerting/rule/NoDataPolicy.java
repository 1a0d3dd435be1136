package io.deskpulse.alerting.rule;

/** What an instance does while there is nothing to judge by: no value in the window. */
public enum NoDataPolicy {
    /** It breaches, with the reason no data. */
    ALERT,
    /** It is as good as recovered. */
    OK,
    /** It stays as it is; time does not count toward {@code for}. */
    KEEP
}
