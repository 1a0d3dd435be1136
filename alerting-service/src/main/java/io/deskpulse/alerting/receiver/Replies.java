package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.outgoing.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the answers of a receiver mean, as far as HTTP says it. Stateless. */
public final class Replies {
    /** Come back later; all other 4xx say that what we send, or where, is wrong and stays so. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private static final int TOO_MANY = 429;

    private Replies() {}

    /** 2xx is sent. */
    public static Sender.Outcome outcome(Reply reply) {
        return outcome(reply, answered -> new Sender.Outcome.Sent());
    }

    /** 2xx is what the answer says. */
    public static Sender.Outcome outcome(Reply reply, Function<Reply.Answered, Sender.Outcome> success) {
        if (reply instanceof Reply.Refused refused) {
            return new Sender.Outcome.Refused(refused.reason());
        }
        if (reply instanceof Reply.Failed failed) {
            return new Sender.Outcome.Retry(failed.reason(), Optional.empty());
        }
        Reply.Answered answered = (Reply.Answered) reply;
        return answered.success() ? success.apply(answered) : unsuccessful(answered);
    }

    private static Sender.Outcome unsuccessful(Reply.Answered answered) {
        int status = answered.status();
        if (status == TOO_MANY) {
            return new Sender.Outcome.Retry("rate-limited", answered.retryAfter());
        }
        if (status >= 300 && status < 400) {
            return new Sender.Outcome.Refused("redirect-" + status);
        }
        return status >= 500 || LATER.contains(status)
                ? new Sender.Outcome.Retry("status-" + status, answered.retryAfter())
                : new Sender.Outcome.Refused("status-" + status);
    }
}
