package io.deskpulse.alerting.rule.starter;

import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.document.Document;
import io.deskpulse.alerting.rule.document.RuleReader;
import io.deskpulse.alerting.rule.document.RuleSet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Rules to begin with, which come with the service. Thread-safe. */
@Singleton
public class Starters {
    private static final String RESOURCE = "/rules/starters.yaml";

    private final RuleReader reader;
    private final Document document = document();

    public Starters(RuleReader reader) {
        this.reader = reader;
    }

    /** All of them, as rules of a tenant. */
    public List<Rule> of(String tenant) {
        if (RuleSet.read(reader, tenant, document) instanceof RuleSet.Sound sound) {
            return sound.rules();
        }
        throw new IllegalStateException(RESOURCE + " has faults");
    }

    /** The one of that id, as a rule of a tenant. */
    public Optional<Rule> find(String tenant, String id) {
        return of(tenant).stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static Document document() {
        try (InputStream yaml = Starters.class.getResourceAsStream(RESOURCE)) {
            if (yaml == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            return Document.yaml(yaml.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
