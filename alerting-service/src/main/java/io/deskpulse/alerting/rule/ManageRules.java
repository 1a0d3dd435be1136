package io.deskpulse.alerting.rule;

import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.alerting.rule.RuleChange.Mounted;
import io.deskpulse.alerting.rule.RuleChange.Saved;
import io.deskpulse.alerting.rule.RuleChange.TooMany;
import io.deskpulse.alerting.rule.document.RuleWriter;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Changes rules, notes who did, and finds them again. Calls block; thread-safe. */
@Singleton
public class ManageRules {
    private static final String THING = "rule";

    private final Rules rules;
    private final MountedRules mounted;
    private final RulesSettings settings;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ManageRules(
            Rules rules,
            MountedRules mounted,
            RulesSettings settings,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.rules = rules;
        this.mounted = mounted;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a change of several rules. */
    public sealed interface Imported {
        /** All of them are as wanted. */
        record All(List<Saved> saved) implements Imported {}

        /** Nothing was changed because of this one. */
        record None(int index, RuleChange because) implements Imported {}
    }

    /** The rule in force. */
    public Optional<RuleVersion> find(String tenant, String id) {
        return mounted.find(tenant, id).or(() -> rules.find(tenant, id));
    }

    /**
     * The rules in force, by id.
     *
     * @param after only ids behind this one; empty text for all
     */
    public List<RuleVersion> list(String tenant, String after, int most) {
        List<RuleVersion> files = mounted.all().stream()
                .filter(found -> found.rule().tenant().equals(tenant))
                .toList();
        Stream<RuleVersion> stored = rules.list(tenant, after, most + files.size()).stream()
                .filter(found -> mounted.find(tenant, found.rule().id()).isEmpty());
        return Stream.concat(files.stream(), stored)
                .filter(found -> found.rule().id().compareTo(after) > 0)
                .sorted(Comparator.comparing(found -> found.rule().id()))
                .limit(most)
                .toList();
    }

    /** Those that are kept in the database. */
    public List<RuleVersion> stored(String tenant) {
        return rules.list(tenant, "", Integer.MAX_VALUE);
    }

    /** Every version there was, the newest first. */
    public List<RuleVersion> versions(String tenant, String id, int before, int most) {
        return rules.versions(tenant, id, before, most);
    }

    /** Keeps a rule that is not there yet. */
    public RuleChange create(Rule rule, String actor) {
        return changing(
                rule.tenant(),
                rule.id(),
                before -> before.isPresent() ? new RuleChange.Taken(rule.id()) : save(rule, before, actor));
    }

    /** Keeps a rule in place of the version that the caller has seen. */
    public RuleChange change(Rule rule, int seen, String actor) {
        return changing(
                rule.tenant(), rule.id(), before -> stale(before, seen).orElseGet(() -> save(rule, before, actor)));
    }

    /** Deletes a rule for good; its versions can still be read. */
    public RuleChange delete(String tenant, String id, int seen, String actor) {
        return changing(tenant, id, before -> stale(before, seen).orElseGet(() -> {
            rules.delete(tenant, id);
            audit.note(tenant, actor, THING, id, "deleted", json(before), null);
            return new RuleChange.Deleted();
        }));
    }

    /** Keeps all of these rules, those that are there in place of what is there; or none. */
    public Imported importAll(String tenant, List<Rule> wanted, String actor) {
        try {
            return transactions.run(() -> {
                rules.hold(tenant);
                List<Saved> saved = new ArrayList<>();
                for (Rule rule : wanted) {
                    RuleChange change = mounted(tenant, rule.id())
                            .orElseGet(() -> save(rule, rules.find(tenant, rule.id()), actor));
                    if (!(change instanceof Saved done)) {
                        throw new Refused(new Imported.None(saved.size(), change));
                    }
                    saved.add(done);
                }
                return new Imported.All(saved);
            });
        } catch (Refused e) {
            return e.because;
        }
    }

    private RuleChange changing(String tenant, String id, Function<Optional<RuleVersion>, RuleChange> change) {
        return mounted(tenant, id)
                .orElseGet(() -> transactions.run(() -> {
                    rules.hold(tenant);
                    return change.apply(rules.find(tenant, id));
                }));
    }

    private Optional<RuleChange> mounted(String tenant, String id) {
        return mounted.find(tenant, id).flatMap(RuleVersion::inFile).map(file -> new Mounted(id, file));
    }

    private static Optional<RuleChange> stale(Optional<RuleVersion> before, int seen) {
        if (before.isEmpty()) {
            return Optional.of(new RuleChange.Missing());
        }
        int version = before.get().rule().version();
        return version == seen ? Optional.empty() : Optional.of(new RuleChange.Stale(version));
    }

    private RuleChange save(Rule rule, Optional<RuleVersion> before, String actor) {
        if (before.isPresent()
                && before.get().rule().equals(rule.as(before.get().rule().version()))) {
            return new Saved(before.get(), "unchanged");
        }
        if (before.isEmpty() && rules.count(rule.tenant()) >= settings.perTenant()) {
            return new TooMany(settings.perTenant());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RuleVersion saved = rules.save(new RuleVersion(rule, now, actor));
        String action = before.isEmpty() ? "created" : "changed";
        audit.note(rule.tenant(), actor, THING, rule.id(), action, json(before), json(Optional.of(saved)));
        return new Saved(saved, action);
    }

    private static String json(Optional<RuleVersion> version) {
        return version.map(found -> RuleWriter.write(found.rule()).toString()).orElse(null);
    }

    /** Rolls an import back. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Imported.None because;

        Refused(Imported.None because) {
            super("not all of the rules can be kept", null, false, false);
            this.because = because;
        }
    }
}
