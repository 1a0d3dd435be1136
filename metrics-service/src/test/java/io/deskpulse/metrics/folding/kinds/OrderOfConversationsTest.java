package io.deskpulse.metrics.folding.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.contracts.event.Confirmation;
import io.deskpulse.contracts.event.ConversationData;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationResolved;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Visibility;
import io.deskpulse.metrics.folding.FiledFacts;
import io.deskpulse.metrics.folding.Subject;
import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.Subject.Clocks;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.Subjects;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Conversations may arrive in any order, if each keeps its own. */
class OrderOfConversationsTest {
    private static final long MINUTE = 60_000;
    private static final long END = 10_000 * MINUTE;
    private static final int CONVERSATIONS = 4;
    private static final int EVENTS = 6;

    private final Subjects subjects = new SubjectsByKind(IdleTimes.DEFAULT);

    @Property(tries = 300)
    void theOrderOfConversationsChangesNothing(@ForAll("orders") List<Integer> order) {
        List<Integer> inOrder = order.stream().sorted().toList();

        assertThat(fold(order).standing()).isEqualTo(fold(inOrder).standing());
    }

    /** Each number stands for the next event of that conversation. */
    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(IntStream.range(0, CONVERSATIONS * EVENTS)
                .mapToObj(i -> i % CONVERSATIONS)
                .toList());
    }

    private FiledFacts fold(List<Integer> order) {
        FiledFacts facts = new FiledFacts();
        Map<SubjectKey, Subject> states = new HashMap<>();
        int[] told = new int[CONVERSATIONS];
        long clock = Long.MIN_VALUE;
        for (int conversation : order) {
            Event event = event(conversation, told[conversation]++);
            clock = Math.max(clock, event.timeMillis());
            states.computeIfAbsent(subjects.keyOf(event), subjects::create)
                    .apply(event, new Arrival(0, clock), facts, journey -> {});
            Clocks clocks = new Clocks(clock, Long.MIN_VALUE, 0);
            states.values().forEach(subject -> subject.timeOut(clocks, facts, journey -> {}));
        }
        Clocks declared = new Clocks(END, END, 0);
        states.values().forEach(subject -> subject.timeOut(declared, facts, journey -> {}));
        return facts;
    }

    /** Conversations days apart; the silence before their last event differs, around the idle time. */
    private static Event event(int conversation, int number) {
        long pause = number == EVENTS - 1 ? 20 + 10L * conversation : 0;
        long time = (conversation * 2000L + number * 5L + pause) * MINUTE;
        String id = "talk-" + conversation;
        EventType type = number == 3 ? EventType.CONVERSATION_RESOLVED : EventType.CONVERSATION_MESSAGE;
        return new Event("demo", "/test", id + "-" + number, type, id, time, data(number));
    }

    private static ConversationData data(int number) {
        Party from = number % 2 == 0 ? Party.CUSTOMER : Party.BOT;
        return number == 3
                ? new ConversationResolved(Party.BOT, Confirmation.ASSUMED)
                : new ConversationMessage(from, Visibility.PUBLIC, null, "text", "taxi", null, null, 0.1);
    }
}
