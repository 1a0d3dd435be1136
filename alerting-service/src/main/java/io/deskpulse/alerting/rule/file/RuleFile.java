package io.deskpulse.alerting.rule.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.RuleVersion;
import io.deskpulse.alerting.rule.document.Document;
import io.deskpulse.alerting.rule.document.Part;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.document.RuleSet;
import io.deskpulse.alerting.rule.document.RuleWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Reads a file of rules: {@code tenants}, the ids of those whose rules they are, and {@code rules}. There is no word for all tenants: nobody
 * knows them, and a rule about silence would not know whose. Thread-safe.
 */
final class RuleFile {
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int MOST_TENANTS = 1000;
    private static final String TENANTS = "tenants";

    private final RuleReader reader;

    RuleFile(RuleReader reader) {
        this.reader = reader;
    }

    /** What stands in it. */
    sealed interface Content {
        /** Rules of one or more tenants. */
        record Sound(List<RuleVersion> rules) implements Content {}

        /** All that is wrong with it. */
        record Faulty(List<RuleFault> faults) implements Content {}
    }

    /**
     * Reads a text.
     *
     * @param name of the file, as people see it
     * @param changedAt when it was written
     */
    Content read(String name, byte[] text, Instant changedAt) {
        Document document = name.endsWith(".json") ? Document.json(text) : Document.yaml(text);
        if (!(document instanceof Document.Tree tree)) {
            return new Content.Faulty(List.of(((Document.Unreadable) document).fault()));
        }
        List<RuleFault> faults = new ArrayList<>();
        Part part = Part.of(tree.root(), "", faults).only(List.of(TENANTS, RuleSet.RULES));
        List<String> tenants = part.texts(TENANTS, 63, MOST_TENANTS);
        if (tenants.isEmpty()
                || !tenants.stream().allMatch(id -> TENANT.matcher(id).matches())) {
            part.fault(TENANTS, "Write the ids of the tenants whose rules these are.");
            tenants = List.of("none");
        }
        RuleSet set = RuleSet.read(reader, tenants.get(0), part, faults);
        if (set instanceof RuleSet.Faulty faulty) {
            return new Content.Faulty(faulty.faults());
        }
        List<RuleVersion> rules = new ArrayList<>();
        for (String tenant : tenants.stream().distinct().toList()) {
            ((RuleSet.Sound) set).rules().forEach(rule -> rules.add(version(rule, tenant, name, changedAt)));
        }
        return new Content.Sound(rules);
    }

    private static RuleVersion version(Rule rule, String tenant, String name, Instant changedAt) {
        Rule ofTenant = new Rule(
                tenant,
                rule.id(),
                number(rule),
                rule.name(),
                rule.enabled(),
                rule.query(),
                rule.condition(),
                rule.pace(),
                rule.severity(),
                rule.notice());
        return new RuleVersion(ofTenant, changedAt, "file", name);
    }

    /** Stands for what is written: the same in each instance of the service and after each start. */
    private static int number(Rule rule) {
        CRC32 sum = new CRC32();
        sum.update(RuleWriter.write(rule).toString().getBytes(UTF_8));
        return (int) (sum.getValue() & Integer.MAX_VALUE);
    }
}
