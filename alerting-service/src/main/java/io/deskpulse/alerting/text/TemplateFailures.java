package io.deskpulse.alerting.text;

import io.deskpulse.alerting.rule.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Counts templates that could not be rendered, and tells of each rule once. Thread-safe. */
class TemplateFailures {
    private static final Logger LOG = Logger.getLogger(TemplateFailures.class);
    private static final int MOST_TOLD = 1000;

    private final MeterRegistry meters;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    TemplateFailures(MeterRegistry meters) {
        this.meters = meters;
        for (String place : new String[] {"label", "annotation", "link"}) {
            meters.counter("deskpulse.alerting.template.failures", "place", place);
        }
    }

    /** Counts one; what stands in its place is empty. */
    Optional<String> counted(Rule rule, String place) {
        meters.counter("deskpulse.alerting.template.failures", "place", place).increment();
        if (told.size() < MOST_TOLD && told.add(rule.tenant() + "/" + rule.id() + "/" + rule.version() + "/" + place)) {
            LOG.warnf(
                    "a template for a%s of rule %s of tenant %s cannot be rendered; the alert goes out without it",
                    place.equals("annotation") ? "n annotation" : " " + place, rule.id(), rule.tenant());
        }
        return Optional.empty();
    }
}
