package io.deskpulse.alerting.trial.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.document.Document;
import io.deskpulse.alerting.rule.document.Part;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.document.RuleSet;
import io.deskpulse.catalogue.definition.Catalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Reads files of rule tests (docs/guides/rules.md). Thread-safe. */
final class TestFileReader {
    private static final String TENANT = "test";
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int MOST_FILES = 100;
    private static final int LONGEST = 1000;

    private final RuleReader rules;
    private final CaseReader cases;

    TestFileReader(Catalogue catalogue) {
        this.rules = new RuleReader(catalogue);
        this.cases = new CaseReader(catalogue);
    }

    /** What stands in a file, or all that is wrong with it. */
    TestFile read(Path file) {
        Document document = RuleFileReader.document(file);
        if (!(document instanceof Document.Tree tree)) {
            return new TestFile.Faulty(List.of(((Document.Unreadable) document).fault()));
        }
        List<RuleFault> faults = new ArrayList<>();
        Part part =
                Part.of(tree.root(), "", faults).only(List.of("tenant", "start", "ruleFiles", RuleSet.RULES, "tests"));
        String tenant = part.text("tenant", 63).orElse(TENANT);
        List<Rule> all = new ArrayList<>(ofFiles(part, tenant, file, faults));
        if (part.has(RuleSet.RULES)) {
            RuleSet own = RuleSet.read(rules, tenant, part, faults);
            if (own instanceof RuleSet.Sound sound) {
                all.addAll(sound.rules());
            }
        }
        if (all.isEmpty() && faults.isEmpty()) {
            part.fault(RuleSet.RULES, "There are none; write rules, or ruleFiles with the names of files.");
        }
        List<TestCase> tests = tests(part, start(part), all, faults);
        return faults.isEmpty() ? new TestFile.Sound(tenant, all, tests) : new TestFile.Faulty(faults);
    }

    /** Names of files are seen from the file that holds them. */
    private List<Rule> ofFiles(Part part, String tenant, Path file, List<RuleFault> faults) {
        List<Rule> all = new ArrayList<>();
        List<String> names = part.texts("ruleFiles", LONGEST, MOST_FILES);
        for (int i = 0; i < names.size(); i++) {
            RuleSet read = new RuleFileReader(rules).read(tenant, file.resolveSibling(names.get(i)));
            if (read instanceof RuleSet.Sound sound) {
                all.addAll(sound.rules());
            } else {
                RuleFault first = ((RuleSet.Faulty) read).faults().get(0);
                faults.add(new RuleFault(
                        part.at("ruleFiles") + "/" + i, names.get(i) + " " + first.pointer() + ": " + first.detail()));
            }
        }
        return all;
    }

    private static Instant start(Part part) {
        return part.text("start", 100)
                .map(text -> {
                    try {
                        return Instant.parse(text).truncatedTo(ChronoUnit.MINUTES);
                    } catch (DateTimeParseException e) {
                        part.fault("start", "Write a time such as 2026-01-05T00:00:00Z.");
                        return START;
                    }
                })
                .orElse(START);
    }

    private List<TestCase> tests(Part part, Instant start, List<Rule> all, List<RuleFault> faults) {
        JsonNode found = part.find("tests").orElse(null);
        if (found == null || !found.isArray() || found.isEmpty()) {
            part.fault("tests", "Write an array of tests.");
            return List.of();
        }
        List<TestCase> tests = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            tests.add(cases.read(Part.of(found.get(i), part.at("tests") + "/" + i, faults), i, start, all, faults));
        }
        return tests;
    }
}
