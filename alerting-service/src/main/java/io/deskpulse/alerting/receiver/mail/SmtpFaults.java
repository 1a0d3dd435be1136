package io.deskpulse.alerting.receiver.mail;

import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.vertx.ext.mail.SMTPException;
import java.util.Optional;

/** What a fault of sending means. Replies of a server quote addresses: only their codes are passed on. Stateless. */
final class SmtpFaults {
    private SmtpFaults() {}

    static Outcome outcome(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return outcome(smtp);
            }
        }
        return new Outcome.Retry("smtp-away", Optional.empty());
    }

    private static Outcome outcome(SMTPException fault) {
        String reason = "smtp-" + fault.getReplyCode();
        return fault.isPermanent() && !ofOurAccount(fault.getReplyCode())
                ? new Outcome.Refused(reason)
                : new Outcome.Retry(reason, Optional.empty());
    }

    /** Authentication is missing or wrong: mended by whoever runs the service. */
    private static boolean ofOurAccount(int code) {
        return code == 530 || code == 534 || code == 535 || code == 538;
    }
}
