package io.deskpulse.endtoend.reference;

import java.util.List;
import java.util.function.Predicate;

/** The events of one episode in their order, and the places of those that are looked for. */
final class EpisodeEvents {
    /** The place of one that is not there. */
    static final int NONE = -1;

    private final List<SeenEvent> events;

    /** @param all private messages are of no concern here, and left out */
    EpisodeEvents(List<SeenEvent> all) {
        events = all.stream().filter(event -> !event.isPrivate()).toList();
    }

    List<SeenEvent> all() {
        return events;
    }

    SeenEvent at(int place) {
        return events.get(place);
    }

    List<SeenEvent> publicMessages(String from) {
        return events.stream().filter(event -> event.isFrom(from)).toList();
    }

    boolean customerWrote() {
        return firstCustomer() != NONE;
    }

    int firstCustomer() {
        return first(SeenEvent::isFromCustomer);
    }

    int lastCustomer() {
        return last(NONE, SeenEvent::isFromCustomer);
    }

    /** A reply: a bot's or human's public message after the first of the customer, that is an answer. */
    int lastReply() {
        return customerWrote() ? last(firstCustomer(), EpisodeEvents::canBeReply) : NONE;
    }

    int lastBotReply() {
        return customerWrote() ? last(firstCustomer(), event -> event.isFrom("bot") && canBeReply(event)) : NONE;
    }

    private static boolean canBeReply(SeenEvent event) {
        return event.isFrom("human") || event.isFrom("bot") && !event.isBotWithoutAnswer();
    }

    /** The place of the first one wanted, or NONE. */
    int first(Predicate<SeenEvent> wanted) {
        for (int i = 0; i < events.size(); i++) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        return NONE;
    }

    /** The place of the first one wanted that comes after another place, or NONE, as where that other is NONE. */
    int first(Predicate<SeenEvent> wanted, int after) {
        for (int i = after + 1; after != NONE && i < events.size(); i++) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        return NONE;
    }

    /** The place of the last one wanted that comes after another place, or NONE. */
    int last(int after, Predicate<SeenEvent> wanted) {
        for (int i = events.size() - 1; i > after; i--) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        return NONE;
    }
}
