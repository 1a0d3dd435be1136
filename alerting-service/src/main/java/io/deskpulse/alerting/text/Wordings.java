package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.evaluation.Wording;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.catalogue.definition.Catalogue;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What to say of the alerts of rules, in each language. Thread-safe. */
@Singleton
public class Wordings implements Wording {
    private static final int MOST_KNOWN = 20_000;

    private final Catalogue catalogue;
    private final Moments moments;
    private final AlertLinks links;
    private final TemplateFailures failures;

    /** Parsed once for each version. */
    private final Map<String, RuleWording> known = new ConcurrentHashMap<>();

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

    @Override
    public Labels labels(Rule rule, Map<String, String> group) {
        return of(rule).labels(group);
    }

    @Override
    public Transition worded(Rule rule, Transition bare) {
        RuleWording.Words words =
                of(rule).words(new Occasion(bare.group(), bare.to(), bare.reason(), bare.evidence(), bare.at()));
        return new Transition(
                bare.tenant(),
                bare.rule(),
                bare.ruleVersion(),
                bare.labels(),
                bare.group(),
                words.annotations(),
                words.links(),
                bare.from(),
                bare.to(),
                bare.reason(),
                bare.evidence(),
                bare.at(),
                bare.decidedAt(),
                bare.held());
    }

    /** What to say of those of this version of a rule. */
    RuleWording of(Rule rule) {
        String key = rule.tenant() + "/" + rule.id();
        RuleWording found = known.get(key);
        if (found != null && found.isOf(rule)) {
            return found;
        }
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        RuleWording made = new RuleWording(
                rule,
                Phrases.ALL.stream()
                        .map(phrases -> new Telling(rule, catalogue, phrases, moments))
                        .toList(),
                links,
                failures);
        known.put(key, made);
        return made;
    }
}
