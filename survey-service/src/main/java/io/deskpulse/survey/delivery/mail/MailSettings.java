package io.deskpulse.survey.delivery.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether e-mails are sent. Where to, and from whom, say {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "deskpulse.survey.mail")
public interface MailSettings {
    /** Without it, deliveries by e-mail wait until their offer expires. */
    @WithDefault("false")
    boolean enabled();
}
