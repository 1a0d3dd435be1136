package io.deskpulse.alerting.trial.file;

import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.document.Document;
import io.deskpulse.alerting.rule.document.Part;
import io.deskpulse.alerting.rule.document.Reading;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.document.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files of rules in each form that they have: as they are mounted, imported and exported, or one rule by itself. Thread-safe. */
final class RuleFileReader {
    private final RuleReader reader;

    RuleFileReader(RuleReader reader) {
        this.reader = reader;
    }

    /** A file as a tree. */
    static Document document(Path file) {
        try {
            byte[] text = Files.readAllBytes(file);
            return file.toString().endsWith(".json") ? Document.json(text) : Document.yaml(text);
        } catch (IOException e) {
            return new Document.Unreadable(new RuleFault("", "The file " + file + " cannot be read."));
        }
    }

    /** The rules of a file, as those of a tenant. */
    RuleSet read(String tenant, Path file) {
        Document document = document(file);
        if (document instanceof Document.Tree tree && tree.root().has("condition")) {
            Reading reading = reader.read(tenant, document);
            return reading instanceof Reading.Sound sound
                    ? new RuleSet.Sound(List.of(sound.rule()))
                    : new RuleSet.Faulty(((Reading.Faulty) reading).faults());
        }
        if (document instanceof Document.Tree tree) {
            List<RuleFault> faults = new ArrayList<>();
            Part part = Part.of(tree.root(), "", faults).only(List.of("tenants", RuleSet.RULES));
            return RuleSet.read(reader, tenant, part, faults);
        }
        return new RuleSet.Faulty(List.of(((Document.Unreadable) document).fault()));
    }
}
