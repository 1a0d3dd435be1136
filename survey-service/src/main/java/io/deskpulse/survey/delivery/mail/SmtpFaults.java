package io.deskpulse.survey.delivery.mail;

import io.deskpulse.survey.delivery.Outcome;
import io.vertx.ext.mail.SMTPException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fault of sending means. Replies of a server quote addresses: only their codes are passed on. A refused recipient is
 * out of reach, unless the server says that it is for a matter of policy (5.7.x of RFC 3463): that is about us. Stateless.
 */
final class SmtpFaults {
    private static final Pattern ENHANCED = Pattern.compile("\\b5\\.(\\d{1,3})\\.\\d{1,3}\\b");
    private static final String POLICY = "7";
    private static final String OF_RECIPIENT = "recipient address not accepted";

    private SmtpFaults() {}

    static Outcome outcome(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return outcome(smtp);
            }
        }
        return new Outcome.Later("smtp-away");
    }

    private static Outcome outcome(SMTPException fault) {
        String reason = "smtp-" + fault.getReplyCode();
        if (!fault.isPermanent() || ofOurAccount(fault.getReplyCode())) {
            return new Outcome.Later(reason);
        }
        boolean ofRecipient = fault.getMessage() != null && fault.getMessage().startsWith(OF_RECIPIENT);
        return new Outcome.Never(reason, ofRecipient && !policy(String.valueOf(fault.getReplyMessage())));
    }

    /** Authentication is missing or wrong: mended by us, and nothing of the person's. */
    private static boolean ofOurAccount(int code) {
        return code == 530 || code == 534 || code == 535 || code == 538;
    }

    private static boolean policy(String reply) {
        Matcher status = ENHANCED.matcher(reply);
        return status.find() && status.group(1).equals(POLICY);
    }
}
