package io.deskpulse.kit.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the tables come to be as this version needs them. */
@ConfigMapping(prefix = "deskpulse.postgres")
public interface PostgresSettings {
    /**
     * Who brings the tables up to date: {@code always} this service, when it first meets Postgres; {@code never}, and it waits until they
     * are; {@code only}, then it does nothing else and ends, with exit code 0 where it succeeded.
     */
    @WithDefault("always")
    Migrate migrate();

    /** When tables are changed. */
    enum Migrate {
        ALWAYS,
        NEVER,
        ONLY
    }
}
