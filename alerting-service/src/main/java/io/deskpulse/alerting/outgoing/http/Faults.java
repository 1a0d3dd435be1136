package io.deskpulse.alerting.outgoing.http;

import io.deskpulse.alerting.outgoing.Reply;
import io.netty.channel.ConnectTimeoutException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/** What a fault of a call is called; messages of faults quote addresses and are not passed on. Stateless. */
final class Faults {
    private Faults() {}

    /** What it is called; {@code sent} where something may have arrived. */
    static Reply reply(Throwable fault, boolean sent) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
                return new Reply.Failed("tls-failed");
            }
            if (cause instanceof ConnectTimeoutException) {
                return new Reply.Failed("connect-timeout");
            }
        }
        return new Reply.Failed(sent ? "connection-lost" : "connection-refused");
    }
}
