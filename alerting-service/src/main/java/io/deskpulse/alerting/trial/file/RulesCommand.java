package io.deskpulse.alerting.trial.file;

import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.document.RuleSet;
import io.deskpulse.alerting.text.Wordings;
import io.deskpulse.catalogue.definition.Catalogue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Checks files of rules, and runs files of tests, without a service. Behind {@code ./run rules}. */
final class RulesCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Catalogue catalogue = Catalogue.load();
    private final PrintStream out;

    RulesCommand(PrintStream out) {
        this.out = out;
    }

    /** Exit codes: 0 all is well, 1 something is not, 2 not understood. */
    public static void main(String[] words) {
        System.exit(new RulesCommand(System.out).run(List.of(words)));
    }

    int run(List<String> words) {
        if (words.size() < 2 || !List.of("check", "test").contains(words.get(0))) {
            out.println("Write: rules check FILE...   what is wrong with files of rules");
            out.println("   or: rules test FILE...    whether rules do what their tests expect");
            return NOT_UNDERSTOOD;
        }
        boolean check = words.get(0).equals("check");
        boolean well = true;
        for (String file : words.subList(1, words.size())) {
            well &= check ? check(Path.of(file)) : test(Path.of(file));
        }
        return well ? DONE : FAILED;
    }

    private boolean check(Path file) {
        RuleSet read = new RuleFileReader(new RuleReader(catalogue)).read("test", file);
        if (read instanceof RuleSet.Faulty faulty) {
            return faults(file, faulty.faults());
        }
        List<Rule> rules = ((RuleSet.Sound) read).rules();
        out.println(file + ": " + rules.size() + (rules.size() == 1 ? " rule, sound" : " rules, all sound"));
        return true;
    }

    private boolean test(Path file) {
        TestFile read = new TestFileReader(catalogue).read(file);
        if (read instanceof TestFile.Faulty faulty) {
            return faults(file, faulty.faults());
        }
        TestFile.Sound sound = (TestFile.Sound) read;
        out.println(file);
        int failed = 0;
        for (TestCase test : sound.tests()) {
            List<String> failures = run(test, sound);
            out.println((failures.isEmpty() ? "  ok    " : "  FAIL  ") + test.name());
            failures.forEach(failure -> out.println("        " + failure.replace("\n", "\n        ")));
            failed += failures.isEmpty() ? 0 : 1;
        }
        out.println(
                failed == 0
                        ? sound.tests().size() + " passed"
                        : failed + " of " + sound.tests().size() + " failed");
        return failed == 0;
    }

    private List<String> run(TestCase test, TestFile.Sound file) {
        Wordings wordings = new Wordings(catalogue, ZoneOffset.UTC, Optional.empty(), new SimpleMeterRegistry());
        return new Rehearsal(test, file.tenant(), file.rules(), catalogue, wordings).run();
    }

    private boolean faults(Path file, List<RuleFault> faults) {
        out.println(file + ": faults: " + faults.size());
        faults.forEach(fault ->
                out.println("  " + (fault.pointer().isEmpty() ? "/" : fault.pointer()) + ": " + fault.detail()));
        return false;
    }
}
