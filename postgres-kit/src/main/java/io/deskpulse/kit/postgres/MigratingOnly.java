package io.deskpulse.kit.postgres;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Set;

/**
 * Makes one setting of what Quarkus has two for: with {@code deskpulse.postgres.migrate=only} the tables are brought up to date while the
 * application starts, and it ends before anything listens or is read. Stateless.
 */
@Priority(Priorities.APPLICATION)
public final class MigratingOnly implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;
    private static final String SETTING = "deskpulse.postgres.migrate";
    private static final Set<String> OURS = Set.of("quarkus.init-and-exit", "quarkus.flyway.migrate-at-start");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (OURS.contains(name)) {
            ConfigValue setting = context.proceed(SETTING);
            if (setting != null && "only".equalsIgnoreCase(setting.getValue())) {
                return setting.withName(name).withValue("true");
            }
        }
        return context.proceed(name);
    }
}
