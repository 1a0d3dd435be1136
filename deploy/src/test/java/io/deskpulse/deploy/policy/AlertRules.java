package io.deskpulse.deploy.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.deploy.Repository;
import io.deskpulse.deploy.manifest.Manifest;
import io.deskpulse.deploy.manifest.Objects;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whoever is woken is told why, how bad it is, and where it says what to do. */
final class AlertRules implements Policy {
    private static final String RUNBOOKS = "docs/operate/runbooks/";
    private static final Set<String> SEVERITIES = Set.of("page", "ticket");

    @Override
    public String name() {
        return "alerts about ourselves have a severity, a summary and a runbook that exists";
    }

    @Override
    public List<String> violations(Objects objects) {
        List<String> faults = new ArrayList<>();
        objects.of("PrometheusRule").forEach(rules -> rules.at("/spec/groups")
                .forEach(group -> group.at("/rules").forEach(rule -> {
                    if (rule.has("alert")) {
                        check(rules, rule, faults);
                    }
                })));
        return faults;
    }

    private static void check(Manifest rules, JsonNode rule, List<String> faults) {
        String id = rules.id() + ": " + rule.at("/alert").asText();
        if (!SEVERITIES.contains(rule.at("/labels/severity").asText())) {
            faults.add(id + " has no label severity: page or ticket");
        }
        if (rule.at("/annotations/summary").asText().isBlank()) {
            faults.add(id + " has no annotation summary");
        }
        String url = rule.at("/annotations/runbook_url").asText();
        int start = url.indexOf(RUNBOOKS);
        if (start < 0) {
            faults.add(id + " has no runbook_url under " + RUNBOOKS);
        } else if (!Files.exists(Repository.path(url.substring(start).replaceFirst("#.*", "")))) {
            faults.add(id + " has a runbook that is not there: " + url.substring(start));
        }
    }
}
