package io.deskpulse.alerting.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Vocabulary;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The addresses that an alert leads to: those of its rule, and two of the console where that is known: {@code console}, the metric around that
 * time, and {@code rows}, what the number is made of. Immutable.
 */
final class AlertLinks {
    private static final int LONGEST = 4000;

    private final Optional<String> console;
    private final TemplateFailures failures;

    AlertLinks(Optional<URI> console, TemplateFailures failures) {
        this.console = console.map(address -> address.toString().replaceFirst("/+$", ""));
        this.failures = failures;
    }

    Map<String, String> of(Rule rule, Occasion occasion, Function<String, String> values) {
        Map<String, String> links = new LinkedHashMap<>(ofConsole(rule, occasion));
        if (rule.notice().runbook() != null) {
            links.put("runbook", rule.notice().runbook());
        }
        Set<String> names =
                Vocabulary.ofTexts(rule.query().by(), rule.notice().labels().keySet());
        rule.notice().links().forEach((name, text) -> RuleWording.parsed(text, names)
                .flatMap(template -> template.render(encoded(values), LONGEST))
                .filter(AlertLinks::isAddress)
                .or(() -> failures.counted(rule, "link"))
                .ifPresent(address -> links.put(name, address)));
        return links;
    }

    private Map<String, String> ofConsole(Rule rule, Occasion occasion) {
        if (console.isEmpty() || rule.query().metric() == null) {
            return Map.of();
        }
        String metric = console.get() + "/metrics/" + rule.query().metric();
        String question = question(rule.query(), occasion);
        return Map.of("console", metric + question, "rows", metric + "/rows" + question);
    }

    /** As the query API of metrics asks. */
    private static String question(Query query, Occasion occasion) {
        List<String> parts = new ArrayList<>();
        Evidence evidence = occasion.evidence();
        if (evidence.from() != null && evidence.to() != null) {
            parts.add("from=" + encode(evidence.from().toString()));
            parts.add("to=" + encode(evidence.to().toString()));
        }
        Map<String, String> where = new TreeMap<>();
        query.where().forEach((dimension, values) -> where.put(dimension, String.join("|", values)));
        where.putAll(occasion.group());
        if (!where.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            where.forEach((dimension, value) -> pairs.add(dimension + ":" + value));
            parts.add("where=" + encode(String.join(",", pairs)));
        }
        if (query.stat() != null) {
            parts.add("stat=" + query.stat().id());
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static Function<String, String> encoded(Function<String, String> values) {
        return name ->
                Optional.ofNullable(values.apply(name)).map(AlertLinks::encode).orElse(null);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static boolean isAddress(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
