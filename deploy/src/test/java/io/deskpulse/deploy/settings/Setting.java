package io.deskpulse.deploy.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * One setting of ours.
 *
 * @param name with {@code <words>} where a key of the operator's choice stands
 * @param type in words of the page
 * @param preset what holds where nothing is set; empty where there is no such value
 * @param meaning Markdown, in one line
 */
public record Setting(String name, String type, Optional<String> preset, String meaning) {

    /** The name of the environment variable that sets it. */
    public String variable() {
        return name.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }
}
