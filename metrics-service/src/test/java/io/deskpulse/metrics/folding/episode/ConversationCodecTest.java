package io.deskpulse.metrics.folding.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.contracts.event.Party;
import io.deskpulse.metrics.folding.state.CorruptStateException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConversationCodecTest {
    private static Story typical() {
        Story story = Story.conversation().at("10:00").started();
        for (int turn = 1; turn <= 10; turn++) {
            story.at("10:" + turn).customer("question " + turn).botAbout("taxi");
        }
        return story;
    }

    private static Story surveyed() {
        return typical()
                .ended()
                .survey(SurveyTold.offered("o-1"))
                .survey(SurveyTold.csat("o-1", 1, 4))
                .at("12:00")
                .customer("again")
                .survey(SurveyTold.csat("o-1", 2, 5));
    }

    @Test
    void anAnsweredSurveyTakesAHundredBytes() {
        int without = typical().ended().encoded().length;
        int with = typical()
                .ended()
                .survey(SurveyTold.offered("o-1"))
                .survey(SurveyTold.csat("o-1", 1, 4))
                .encoded()
                .length;

        assertThat(with - without).isLessThan(150);
    }

    @Test
    void anOpenConversationTakesAFewHundredBytesAndAClosedOneLess() {
        Story story = typical();
        int open = story.encoded().length;
        int closed = story.resolvedBy(Party.BOT).ended().encoded().length;

        assertThat(open).isLessThan(400);
        assertThat(closed).isLessThan(open);
    }

    @Test
    void everyTruncatedOrProlongedStateIsRefusedPlainly() {
        everyTruncatedOrProlongedStateIsRefused(typical().encoded(), 0);
        byte[] surveyed = surveyed().encoded();
        // without the offers it is the whole state of a conversation that had none
        everyTruncatedOrProlongedStateIsRefused(surveyed, surveyed.length - 40);
    }

    private static void everyTruncatedOrProlongedStateIsRefused(byte[] state, int from) {
        for (int length = from; length < state.length; length++) {
            byte[] part = Arrays.copyOf(state, length);
            assertThatThrownBy(() -> decode(part))
                    .as("length " + part.length)
                    .isInstanceOf(CorruptStateException.class);
        }
        assertThatThrownBy(() -> decode(Arrays.copyOf(state, state.length + 1)))
                .isInstanceOf(CorruptStateException.class);
    }

    @Test
    void anotherVersionIsRefusedPlainly() {
        byte[] state = typical().encoded();
        state[0] = 99;

        assertThatThrownBy(() -> decode(state))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void flippedBytesAreNeverMoreThanCorrupt() {
        flipEveryByte(typical().encoded());
        flipEveryByte(surveyed().encoded());
    }

    private static void flipEveryByte(byte[] state) {
        for (int place = 0; place < state.length; place++) {
            byte[] flipped = state.clone();
            flipped[place] ^= (byte) 0xFF;
            try {
                decode(flipped);
            } catch (CorruptStateException expected) {
                assertThat(expected).hasMessageStartingWith("stored state of a subject is corrupt");
            }
        }
    }

    private static Conversation decode(byte[] state) {
        return Conversation.decode(Story.KEY, IdleTimes.DEFAULT, state);
    }
}
