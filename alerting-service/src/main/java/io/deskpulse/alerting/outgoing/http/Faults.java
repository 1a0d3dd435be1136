package io.deskpulse.alerting.outgoing.http;

import io.deskpulse.alerting.outgoing.Reply;
import io.netty.channel.ConnectTimeoutException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/** What a fault of a call is called; messages of faults quote addresses and are not passed on. Stateless. */
final class Faults {
    private Faults() {}

    static Reply reply(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
                return new Reply.Failed("tls-failed");
            }
            if (cause instanceof ConnectTimeoutException) {
                return new Reply.Failed("timeout");
            }
        }
        return new Reply.Failed("connection-failed");
    }
}
