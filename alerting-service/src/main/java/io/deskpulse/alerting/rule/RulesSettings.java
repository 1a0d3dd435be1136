package io.deskpulse.alerting.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where rules come from, and how many there may be. */
@ConfigMapping(prefix = "deskpulse.alerting.rules")
public interface RulesSettings {
    /** How many rules a tenant may keep in the database. */
    @WithDefault("1000")
    int perTenant();

    /** Files of rules, and folders whose files of rules ({@code *.yaml}, {@code *.yml}, {@code *.json}) are read, such as a mounted ConfigMap. */
    Optional<List<Path>> files();

    /** How often it is looked whether they have changed. */
    @WithDefault("2s")
    Duration lookEvery();
}
