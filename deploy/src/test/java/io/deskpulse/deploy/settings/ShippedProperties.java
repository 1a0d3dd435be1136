package io.deskpulse.deploy.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What a file of properties in a service's jar sets, with the comment over each. Settings of tests are left out. */
final class ShippedProperties {

    /**
     * One of them.
     *
     * @param comment the lines over it; empty without
     */
    record Shipped(String name, String value, String comment) {}

    private ShippedProperties() {}

    static List<Shipped> in(String text) {
        List<Shipped> found = new ArrayList<>();
        var comment = new StringBuilder();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("#")) {
                comment.append(comment.isEmpty() ? "" : " ")
                        .append(line.substring(1).strip());
                continue;
            }
            if (line.contains("=") && !line.startsWith("%test.") && !line.startsWith("%dev.")) {
                var one = parse(line);
                String name = one.stringPropertyNames().iterator().next();
                found.add(new Shipped(name.replaceFirst("^%prod\\.", ""), one.getProperty(name), comment.toString()));
            }
            comment.setLength(0);
        }
        return withoutOverridden(found);
    }

    /** What {@code %prod} says wins over what is said for all. */
    private static List<Shipped> withoutOverridden(List<Shipped> all) {
        List<Shipped> kept = new ArrayList<>();
        for (Shipped each : all) {
            String comment = kept.stream()
                    .filter(before -> before.name().equals(each.name()))
                    .map(Shipped::comment)
                    .findFirst()
                    .orElse("");
            kept.removeIf(before -> before.name().equals(each.name()));
            kept.add(new Shipped(each.name(), each.value(), each.comment().isEmpty() ? comment : each.comment()));
        }
        return kept;
    }

    private static Properties parse(String line) {
        var one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return one;
    }
}
