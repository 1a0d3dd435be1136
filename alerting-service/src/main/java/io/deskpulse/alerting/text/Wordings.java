package io.deskpulse.alerting.text;

import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.catalogue.definition.Catalogue;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/** What to say of the alerts of rules, in each language. Thread-safe. */
@Singleton
public class Wordings {
    private final Catalogue catalogue;
    private final Moments moments;
    private final AlertLinks links;
    private final TemplateFailures failures;

    @Inject
    Wordings(Catalogue catalogue, TextSettings settings, MeterRegistry meters) {
        this(catalogue, settings.zone(), settings.console(), meters);
    }

    /**
     * Wordings without a container.
     *
     * @param zone by whose clocks times are told
     * @param console where the console is found; alerts do not link to it where it is empty
     */
    public Wordings(Catalogue catalogue, ZoneId zone, Optional<URI> console, MeterRegistry meters) {
        this.catalogue = catalogue;
        this.moments = new Moments(zone);
        this.failures = new TemplateFailures(meters);
        this.links = new AlertLinks(console, failures);
    }

    /** What to say of those of this version of a rule; to be kept as long as the version is in force, its templates are parsed here. */
    public Wording of(Rule rule) {
        return new Wording(
                rule,
                Phrases.ALL.stream()
                        .map(phrases -> new Telling(rule, catalogue, phrases, moments))
                        .toList(),
                links,
                failures);
    }
}
