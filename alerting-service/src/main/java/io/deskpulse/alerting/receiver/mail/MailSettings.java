package io.deskpulse.alerting.receiver.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether e-mails are sent. Where to, and from whom, say {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "deskpulse.alerting.mail")
public interface MailSettings {
    /** Without it, receivers by e-mail refuse all. */
    @WithDefault("false")
    boolean enabled();
}
