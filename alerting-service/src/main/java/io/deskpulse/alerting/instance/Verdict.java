package io.deskpulse.alerting.instance;

/** What an instance was found to be at one moment. */
public enum Verdict {
    /** The condition holds. */
    BREACHED,
    /** It does not hold, but the value is not back beyond the recovery threshold either. */
    BETWEEN,
    /** All is well. */
    RECOVERED,
    /** There is too little to say. */
    INSUFFICIENT,
    /** There is nothing to judge by. */
    NO_DATA,
    /** It could not be judged. */
    ERROR
}
