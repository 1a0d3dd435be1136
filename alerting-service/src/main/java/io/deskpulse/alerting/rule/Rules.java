package io.deskpulse.alerting.rule;

import java.util.List;
import java.util.Optional;

/** The rules that are kept in the database. Every call is of the current transaction, where there is one. Calls block; thread-safe. */
public interface Rules {
    /** Counts up with each change of any rule; what is read after it has that change. */
    long revision();

    /** The rules of all tenants, of each its current version. */
    List<Rule> all();

    /** The rule as it stands; empty where there is none, or none any more. */
    Optional<RuleVersion> find(String tenant, String id);

    /** Nobody else changes rules of this tenant until the transaction ends. */
    void hold(String tenant);

    /**
     * The rules of a tenant by id.
     *
     * @param after only ids behind this one; empty text for all
     */
    List<RuleVersion> list(String tenant, String after, int most);

    /** How many a tenant has. */
    int count(String tenant);

    /** Every version there was, the newest first; of deleted rules too. */
    List<RuleVersion> versions(String tenant, String id, int before, int most);

    /**
     * Keeps a rule as its next version.
     *
     * @param version of this rule is of no account; the result has the one that it got
     */
    RuleVersion save(RuleVersion version);

    /** Deletes the rule; its versions stay. */
    void delete(String tenant, String id);
}
