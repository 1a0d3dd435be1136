package io.deskpulse.kit.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Hands a source's text on whenever it changes. A text that cannot be read or used leaves what was there in force, and is told
 * once in the log, not every time it is looked at.
 */
final class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final String name;
    private final Source source;
    private final Consumer<String> use;
    private String complaint;

    Watch(String name, Source source, Consumer<String> use) {
        this.name = name;
        this.source = source;
        this.use = use;
    }

    /** Looks now, and then again after each interval. */
    void start(ScheduledExecutorService executor, Duration every) {
        look();
        executor.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once. */
    synchronized void look() {
        try {
            source.changed().ifPresent(this::useAndTell);
            complaint = null;
        } catch (IOException | IllegalArgumentException e) {
            complain(e);
        }
    }

    private void useAndTell(String text) {
        use.accept(text);
        LOG.infof("%s loaded", name);
    }

    private void complain(Exception e) {
        String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
        if (!reason.equals(complaint)) {
            complaint = reason;
            LOG.warnf("%s cannot be loaded (%s); what was loaded before stays in force", name, reason);
        }
    }
}
