package io.deskpulse.alerting.rule;

import java.util.List;
import java.util.Map;

/**
 * What is said of an alert. Immutable.
 *
 * @param labels added to those of the instance; values may be templates
 * @param annotations templates by name ({@code summary}, {@code description}, ...) and then by language
 * @param runbook address of what to do; null for none
 * @param links further addresses by name, templates; {@code rows} and {@code console} are made where they are not given
 */
public record Notice(
        Map<String, String> labels,
        Map<String, Map<String, String>> annotations,
        String runbook,
        Map<String, String> links) {
    /** Languages in which everything that people read is there. */
    public static final List<String> LANGUAGES = List.of("en", "zh-CN");

    public Notice {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        links = Map.copyOf(links);
    }
}
