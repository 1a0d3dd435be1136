package io.deskpulse.deploy.settings;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What values a method of a mapping takes, as its return type says it. */
final class SettingType {
    private static final Pattern WRAPPED = Pattern.compile("(Optional|List|Set)<(.+)>");
    private static final Pattern MAP = Pattern.compile("Map<String, ?(.+)>");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("boolean", "`true` or `false`"),
            Map.entry("Boolean", "`true` or `false`"),
            Map.entry("int", "whole number"),
            Map.entry("long", "whole number"),
            Map.entry("Integer", "whole number"),
            Map.entry("OptionalInt", "whole number"),
            Map.entry("OptionalLong", "whole number"),
            Map.entry("double", "number"),
            Map.entry("String", "text"),
            Map.entry("Duration", "duration"),
            Map.entry("Path", "file"),
            Map.entry("URI", "address"),
            Map.entry("ZoneId", "time zone"),
            Map.entry("MemorySize", "size"));

    private SettingType() {}

    /** What a {@code Map} holds for each key; empty for what is no map. */
    static Optional<String> valuesOfMap(String java) {
        Matcher map = MAP.matcher(java);
        return map.matches() ? Optional.of(map.group(1)) : Optional.empty();
    }

    /** One of the names of an enum, as they are written in configuration. */
    static String choice(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .map(each ->
                        "`" + each.getName().toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                .collect(Collectors.joining(", "));
    }

    static String words(String java) {
        Matcher wrapped = WRAPPED.matcher(java);
        if (wrapped.matches()) {
            String inner = words(wrapped.group(2));
            return wrapped.group(1).equals("Optional") ? inner : "list of " + inner;
        }
        String words = WORDS.get(java);
        if (words == null) {
            throw new IllegalStateException("say in SettingType how the type " + java + " is called on the page");
        }
        return words;
    }
}
