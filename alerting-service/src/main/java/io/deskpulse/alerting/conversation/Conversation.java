package io.deskpulse.alerting.conversation;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.contracts.event.ConversationEnded;
import io.deskpulse.contracts.event.ConversationEscalated;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationReopened;
import io.deskpulse.contracts.event.ConversationResolved;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Visibility;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What has to be known of one conversation to tell whether something happened in it. Holds no text. Used by one thread. */
final class Conversation {
    private static final String UNKNOWN = "unknown";

    private final String tenant;
    private final String id;
    private final SentTexts texts = new SentTexts();
    private final Map<Kind, Transition> firing = new EnumMap<>(Kind.class);
    private String channel = UNKNOWN;
    private String scene = "other";
    private String handler = "none";
    private boolean test;
    private Double sentiment;
    private Double sentimentBefore;
    private int times;
    private Instant waitingSince;
    private Instant last = Instant.EPOCH;
    private boolean closed;
    private boolean human;

    Conversation(String tenant, String id) {
        this.tenant = tenant;
        this.id = id;
    }

    /** One of which only an alert is known that fires for it. */
    static Conversation of(Alert alert) {
        Conversation conversation =
                new Conversation(alert.tenant(), alert.labels().get("conversation"));
        conversation.channel = alert.last().group().getOrDefault("channel", UNKNOWN);
        conversation.scene = alert.last().group().getOrDefault("scene", "other");
        conversation.last = alert.last().at();
        return conversation;
    }

    /** Takes in what happened; afterwards it can be asked what that means. */
    void take(Event event) {
        Instant at = Instant.ofEpochMilli(event.timeMillis());
        last = at.isAfter(last) ? at : last;
        human = false;
        times = 0;
        sentimentBefore = sentiment;
        if (event.data() instanceof ConversationStarted started) {
            start(started);
        } else if (event.data() instanceof ConversationMessage message) {
            hear(message);
        } else if (event.data() instanceof ConversationEscalated) {
            waitingSince = waitingSince == null ? at : waitingSince;
        } else if (event.data() instanceof ConversationResolved || event.data() instanceof ConversationEnded) {
            close();
        } else if (event.data() instanceof ConversationReopened) {
            closed = false;
        }
    }

    private void start(ConversationStarted started) {
        channel = started.channel();
        scene = started.scene().wire();
        test = started.test();
        closed = false;
    }

    private void hear(ConversationMessage message) {
        if (message.visibility() != Visibility.PUBLIC) {
            return;
        }
        if (message.from() == Party.CUSTOMER) {
            closed = false;
            sentiment = message.sentiment() == null ? sentiment : message.sentiment();
            times = texts.add(message.text());
        } else {
            handler = message.from().wire();
            human = message.from() == Party.HUMAN;
            waitingSince = human ? null : waitingSince;
        }
    }

    private void close() {
        closed = true;
        waitingSince = null;
        sentiment = null;
        texts.forget();
    }

    /** The sentiment that has fallen below a limit just now; empty where it was below before, or nothing was known of it. */
    Optional<Double> fallenBelow(double limit) {
        boolean fallen = sentimentBefore != null && sentiment != null && sentimentBefore >= limit && sentiment < limit;
        return fallen ? Optional.of(sentiment) : Optional.empty();
    }

    boolean recovered(double limit) {
        return sentiment != null && sentiment >= limit;
    }

    /** How often the text that was heard just now had been sent; 0 where none was. */
    int times() {
        return times;
    }

    /** Since when a human is waited for. */
    Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    /** People were told for as long as they wanted to be. */
    void told(Kind kind) {
        if (kind == Kind.LONG_WAIT) {
            waitingSince = null;
        }
    }

    boolean closed() {
        return closed;
    }

    /** Whether what was taken in last is a human's message to the customer. */
    boolean humanAnswered() {
        return human;
    }

    /** Whether it counts at all. */
    boolean test() {
        return test;
    }

    String tenant() {
        return tenant;
    }

    String id() {
        return id;
    }

    String channel() {
        return channel;
    }

    String scene() {
        return scene;
    }

    /** {@code bot}, {@code human}, or {@code none}. */
    String handler() {
        return handler;
    }

    /** When the last of its events happened. */
    Instant last() {
        return last;
    }

    /** The alerts that fire for it, as they began. */
    Map<Kind, Transition> firing() {
        return firing;
    }
}
