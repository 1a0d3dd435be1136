package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.contracts.journey.Journey.Status;
import io.deskpulse.metrics.folding.FiledFacts;
import io.deskpulse.metrics.folding.Subject.Deadlines;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakeBackTest {
    private static Story rich() {
        return conversation()
                .at("10:00")
                .started()
                .customer("a")
                .customerFeeling(0.5)
                .at("10:01")
                .botAbout("taxi")
                .escalated()
                .at("10:03")
                .human()
                .customerFeeling(-0.5)
                .customer("a")
                .customer("a")
                .at("10:05")
                .confirmedBy(Party.HUMAN);
    }

    @Test
    void anEventTimedWithinTheIdleTimeLeavesExactlyNothingOfAClose() {
        Story story = rich();
        Map<FiledFacts.Fact, Long> before = new HashMap<>(story.facts().standing());

        story.clockAt("10:36")
                .expect(CONVERSATIONS_CLOSED, 1)
                .expect(REPEATED, 1)
                .expect(LEFT, 1);
        story.at("10:35").startedIn("files nothing");

        assertThat(story.facts().standing()).isEqualTo(before);
    }

    @Test
    void theEpisodeGoesOnAsIfNothingHadBeen() {
        conversation()
                .at("10:00")
                .customer("a")
                .wallAt("11:00")
                .expectOutcomes(ABANDONED)
                .at("10:01")
                .bot()
                .expect(CONVERSATIONS_CLOSED, 0)
                .expectSeconds(RESPONSE_TIME, 60)
                .ended()
                .expectOutcomes(RESOLVED_BY_BOT)
                .expect(CONVERSATIONS_STARTED, 1);
    }

    @Test
    void theJourneyIsWithdrawnAndToldAgain() {
        Story story = rich().clockAt("10:36").at("10:30").bot().at("10:31").ended();

        assertThat(story.journeys())
                .extracting(Journey::id, Journey::status)
                .containsExactly(
                        tuple("demo/talk-1#1", Status.CLOSED),
                        tuple("demo/talk-1#1", Status.WITHDRAWN),
                        tuple("demo/talk-1#1", Status.CLOSED));
    }

    @Test
    void anEventTimedLaterLeavesTheCloseAsItIs() {
        Story story = rich().clockAt("10:36").at("10:35:00.001").customer("again");

        story.expectAt(CONVERSATIONS_CLOSED, "10:05").expect(REOPENED, 1).expect(CONVERSATIONS_STARTED, 2);
        assertThat(story.journeys()).extracting(Journey::status).containsOnly(Status.CLOSED);
    }

    @Test
    void aDuplicateTakesNothingBack() {
        rich().clockAt("10:36")
                .at("10:05")
                .again()
                .confirmedBy(Party.HUMAN)
                .expectDuplicate()
                .expect(CONVERSATIONS_CLOSED, 1);
    }

    @Test
    void aDeclaredCloseIsFinal() {
        conversation()
                .at("10:00")
                .customer("a")
                .declaredAt("10:31")
                .at("10:10")
                .resolvedBy(Party.BOT)
                .expectOutcomes(ABANDONED)
                .expect(ORPHAN_EVENTS, 1);
    }

    @Test
    void aDeclarationMakesAPresumedCloseFinal() {
        Story story = conversation().at("10:00").customer("a").clockAt("10:31");
        assertThat(story.told().deadlines())
                .isEqualTo(new Deadlines(Long.MAX_VALUE, Story.time("10:30"), Long.MAX_VALUE));

        story.declaredAt("10:31").at("10:10").bot();

        story.expectOutcomes(ABANDONED).expect(RESPONSE_TIME, 0);
        assertThat(story.told().deadlines()).isEqualTo(Deadlines.NONE);
    }

    @Test
    void anEndedCloseIsFinal() {
        conversation().at("10:00").customer("a").ended().at("09:59").bot().expect(CONVERSATIONS_CLOSED, 1);
    }

    @Test
    void closesAgainWhenOnlyAPrivateNoteTookItBack() {
        conversation()
                .at("10:00")
                .customer("a")
                .clockAt("10:31")
                .at("10:20")
                .note()
                .expect(CONVERSATIONS_CLOSED, 0)
                .clockAt("10:31")
                .expectAt(CONVERSATIONS_CLOSED, "10:00");
    }
}
