package io.deskpulse.endtoend;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in over HTTP comes out of the query API as the definitions say, whatever the order of arrival. */
class ReplayIT {
    @Test
    void everyMetricOfRealDialoguesIsWhatTheDefinitionsSay() {
        Dataset dialogues = Dataset.dialogues();

        Replay replay = new Replay("dialogues").play(dialogues.events());

        replay.assertEverythingIs(dialogues);
    }

    @Test
    void everyMetricOfAnUnrulyDeskIsWhatTheDefinitionsSay() {
        Dataset unruly = Dataset.unruly(1);

        Replay replay = new Replay("unruly").play(unruly.events());

        replay.assertEverythingIs(unruly);
    }

    @Test
    void sameFileTwiceChangesNothing() {
        Dataset unruly = Dataset.unruly(2);

        Replay replay =
                new Replay("twice").play(unruly.events()).play(unruly.events()).play(unruly.events());

        replay.assertEverythingIs(unruly);
    }

    @ParameterizedTest(name = "order {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void orderOfArrivalBetweenConversationsDoesNotMatter(long seed) {
        Dataset dialogues = Dataset.dialogues();

        Replay replay = new Replay("order-" + seed).play(Interleaving.shuffled(dialogues.events(), seed));

        replay.assertSumsAre(dialogues);
    }

    @ParameterizedTest(name = "order {0}")
    @ValueSource(longs = {1, 2, 3})
    void orderOfArrivalBetweenUnrulyConversationsDoesNotMatterEither(long seed) {
        Dataset unruly = Dataset.unruly(3);

        Replay replay = new Replay("unruly-order-" + seed).play(Interleaving.shuffled(unruly.events(), seed));

        replay.assertSumsAre(unruly);
    }
}
