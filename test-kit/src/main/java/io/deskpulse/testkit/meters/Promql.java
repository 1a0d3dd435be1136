package io.deskpulse.testkit.meters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in an expression of Prometheus' language which series it reads and which labels it expects of them. Knows as much of the language as our rules and
 * dashboards use. Stateless.
 */
public final class Promql {
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{[^}]*\\})?(?![a-zA-Z0-9_:{]|\\s*\\()");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)");
    private static final Pattern DURATION = Pattern.compile("\\[[^\\]]*\\]|\\boffset\\s+\\w+");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "inf", "nan");

    private Promql() {}

    /**
     * What an expression reads.
     *
     * @param series with the labels that are matched
     * @param grouping labels that it groups by or joins on
     */
    public record Reads(Map<String, Set<String>> series, Set<String> grouping) {}

    public static Reads read(String expression) {
        String rest =
                DURATION.matcher(TEXT.matcher(expression).replaceAll("\"\"")).replaceAll("");
        Set<String> grouping = new TreeSet<>();
        Matcher groups = GROUPING.matcher(rest);
        while (groups.find()) {
            for (String label : groups.group(2).split(",")) {
                if (!label.isBlank()) {
                    grouping.add(label.strip());
                }
            }
        }
        Map<String, Set<String>> series = new TreeMap<>();
        Matcher selectors = SELECTOR.matcher(GROUPING.matcher(rest).replaceAll(""));
        while (selectors.find()) {
            String name = selectors.group(1);
            if (!WORDS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                series.computeIfAbsent(name, found -> new TreeSet<>()).addAll(labels(selectors.group(2)));
            }
        }
        return new Reads(series, grouping);
    }

    private static List<String> labels(String braces) {
        List<String> labels = new ArrayList<>();
        if (braces != null) {
            Matcher label = LABEL.matcher(braces);
            while (label.find()) {
                labels.add(label.group(1));
            }
        }
        return labels;
    }
}
