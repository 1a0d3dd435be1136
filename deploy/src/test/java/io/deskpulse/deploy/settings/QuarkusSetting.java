package io.deskpulse.deploy.settings;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One setting of Quarkus.
 *
 * @param patterns its names
 * @param built whether it is fixed when the service is built: setting it later changes nothing
 * @param description as Quarkus documents it
 */
public record QuarkusSetting(List<Pattern> patterns, boolean built, String description) {

    boolean names(String property) {
        return patterns.stream().anyMatch(each -> each.matcher(property).matches());
    }

    /** What it does, in one sentence without markup. */
    String summary() {
        String plain = description
                .replaceAll("\\{@\\w+ +([^}]*)}", "`$1`")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
        return plain.replaceFirst("(?<=[a-z)`])(?<!e\\.g|i\\.e)[.:] .*", ".");
    }
}
