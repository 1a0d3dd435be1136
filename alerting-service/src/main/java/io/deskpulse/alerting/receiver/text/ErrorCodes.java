package io.deskpulse.alerting.receiver.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.deskpulse.alerting.outgoing.Reply;
import io.deskpulse.alerting.receiver.Replies;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the answers of chat platforms mean that say {@code 200} and mean a failure. Immutable.
 *
 * @param member of the answer that holds the code; 0 is success
 * @param busy codes that say that there were too many messages
 * @param pause how long to leave it alone then
 * @param later codes that say that something of theirs is broken
 * @param refused codes that say that it will not work; any other is one as well, but is not counted by its number
 */
public record ErrorCodes(String member, Set<Integer> busy, Duration pause, Set<Integer> later, Set<Integer> refused) {
    private static final ObjectReader JSON = new ObjectMapper().reader();

    public Outcome outcome(Reply reply) {
        return Replies.outcome(reply, answered -> code(answered.body())
                .map(code -> outcome(code, answered.retryAfter()))
                .orElseGet(() -> new Outcome.Retry("answer-unreadable", Optional.empty())));
    }

    private Outcome outcome(int code, Optional<Duration> retryAfter) {
        if (code == 0) {
            return new Outcome.Sent();
        }
        if (busy.contains(code)) {
            return new Outcome.Retry("rate-limited", retryAfter.or(() -> Optional.of(pause)));
        }
        if (later.contains(code)) {
            return new Outcome.Retry("code-" + code, retryAfter);
        }
        // The number comes from outside: only known ones become names of meters.
        return new Outcome.Refused(refused.contains(code) ? "code-" + code : "code-other");
    }

    private Optional<Integer> code(String body) {
        try {
            JsonNode code = JSON.readTree(body).path(member);
            return code.isIntegralNumber() && code.canConvertToInt() ? Optional.of(code.intValue()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
