package io.deskpulse.alerting.rule;

/** What became of a change of a rule. */
public sealed interface RuleChange {
    /**
     * It is as wanted.
     *
     * @param action {@code created}, {@code changed} or, where it was so before, {@code unchanged}
     */
    record Saved(RuleVersion version, String action) implements RuleChange {}

    /** It is not in force any more. */
    record Deleted() implements RuleChange {}

    /** There is none of this id. */
    record Missing() implements RuleChange {}

    /** There is one of this id already. */
    record Taken(String id) implements RuleChange {}

    /** Somebody else was faster; this is the version that is there. */
    record Stale(int version) implements RuleChange {}

    /** It stands in a file, and is changed there. */
    record Mounted(String id, String file) implements RuleChange {}

    /** The tenant has as many as it may have. */
    record TooMany(int most) implements RuleChange {}
}
