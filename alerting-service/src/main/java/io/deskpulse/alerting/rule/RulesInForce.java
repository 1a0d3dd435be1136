package io.deskpulse.alerting.rule;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules in force: those of files, and those of the database but for the ones whose tenant and id a file has. Thread-safe. */
@Singleton
class RulesInForce implements RuleBook {
    private final Rules stored;
    private final MountedRules mounted;

    RulesInForce(Rules stored, MountedRules mounted) {
        this.stored = stored;
        this.mounted = mounted;
    }

    /** Both only ever grow. */
    @Override
    public long revision() {
        return stored.revision() + mounted.revision();
    }

    @Override
    public List<Rule> enabled() {
        List<Rule> files = mounted.all().stream().map(RuleVersion::rule).toList();
        Set<Key> taken = new HashSet<>();
        files.forEach(rule -> taken.add(Key.of(rule)));
        return Stream.concat(files.stream(), stored.all().stream().filter(rule -> !taken.contains(Key.of(rule))))
                .filter(Rule::enabled)
                .toList();
    }

    private record Key(String tenant, String id) {
        static Key of(Rule rule) {
            return new Key(rule.tenant(), rule.id());
        }
    }
}
