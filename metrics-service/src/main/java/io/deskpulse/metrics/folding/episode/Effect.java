package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.metrics.folding.state.StateWriter.NEVER;

import io.deskpulse.contracts.event.ConversationResolved;
import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * Who took part in an episode and what came of it. Before and after mean the order of the calls. Mutable, used by one
 * thread.
 */
final class Effect {
    private boolean customerWrote;
    private boolean involved;
    private boolean answered;
    private boolean human;
    private boolean escalated;
    /** An escalation is without a human message since. */
    private boolean humanAwaited;
    /** A customer message is without a reply. */
    private boolean replyAwaited;

    private boolean lastIsReply;
    private long lastReplyAt = NEVER;
    private Resolution standing;

    /** A public message of the customer came. */
    void customerWrote() {
        customerWrote = true;
        replyAwaited = true;
        lastIsReply = false;
        standing = null;
    }

    /**
     * A public message of a bot came.
     *
     * @param answeredNothing whether the bot said that it has no answer
     */
    void botWrote(boolean answeredNothing, long timeMillis) {
        involved |= customerWrote;
        boolean reply = customerWrote && !answeredNothing;
        answered |= reply;
        lastWas(reply, timeMillis);
    }

    /** A public message of a human came. */
    void humanWrote(long timeMillis) {
        human = true;
        humanAwaited = false;
        lastWas(customerWrote, timeMillis);
    }

    /** It was escalated; running into a technical limit is none. */
    void escalated(EscalationReason reason) {
        if (reason != EscalationReason.LIMIT) {
            escalated = true;
            humanAwaited = true;
        }
    }

    /** It was declared resolved, which stands until the customer writes again. */
    void resolved(ConversationResolved resolved, long timeMillis) {
        standing = Resolution.of(resolved, timeMillis);
    }

    boolean involved() {
        return involved;
    }

    boolean answered() {
        return answered;
    }

    boolean human() {
        return human;
    }

    boolean escalated() {
        return escalated;
    }

    Handler handler() {
        return Handler.of(involved, human);
    }

    boolean confirmed() {
        return standing != null && standing.confirmed();
    }

    /** How it ends for that reason, given whether the customer's last sentiment is bad. */
    Outcome outcome(EndReason reason, boolean customerUnhappy) {
        if (standing != null || assumedResolved(reason, customerUnhappy)) {
            boolean byHuman = human || escalated || standing != null && standing.byHuman();
            return byHuman ? Outcome.RESOLVED_BY_HUMAN : Outcome.RESOLVED_BY_BOT;
        }
        return replyAwaited && reason != EndReason.COMPLETED ? Outcome.ABANDONED : Outcome.UNRESOLVED;
    }

    /** When it was resolved, given that it is. */
    long resolvedAt() {
        return standing != null ? standing.atMillis() : lastReplyAt;
    }

    private boolean assumedResolved(EndReason reason, boolean customerUnhappy) {
        boolean replied = lastReplyAt != NEVER;
        return (lastIsReply || reason == EndReason.COMPLETED && replied)
                && reason != EndReason.ABANDONED
                && !humanAwaited
                && !customerUnhappy;
    }

    private void lastWas(boolean reply, long timeMillis) {
        lastIsReply = reply;
        if (reply) {
            lastReplyAt = timeMillis;
            replyAwaited = false;
        }
    }

    void write(StateWriter writer) {
        writer.writeFlags(customerWrote, involved, answered, human, escalated, humanAwaited, replyAwaited, lastIsReply);
        writer.writeTime(lastReplyAt);
        Resolution.write(standing, writer);
    }

    static Effect read(StateReader reader) {
        Effect read = new Effect();
        boolean[] flags = reader.readFlags();
        read.customerWrote = flags[0];
        read.involved = flags[1];
        read.answered = flags[2];
        read.human = flags[3];
        read.escalated = flags[4];
        read.humanAwaited = flags[5];
        read.replyAwaited = flags[6];
        read.lastIsReply = flags[7];
        read.lastReplyAt = reader.readTime();
        read.standing = Resolution.read(reader);
        return read;
    }
}
