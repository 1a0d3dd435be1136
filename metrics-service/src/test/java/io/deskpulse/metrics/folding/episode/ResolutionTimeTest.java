package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;

import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.Party;
import org.junit.jupiter.api.Test;

/** How long it took until a customer was helped. */
class ResolutionTimeTest {
    @Test
    void resolutionTimeRunsFromTheFirstCustomerMessageToTheStandingResolved() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("10:01")
                .bot()
                .at("10:02")
                .resolvedBy(Party.BOT)
                .at("10:05")
                .bot()
                .at("10:06")
                .ended()
                .expectSeconds(RESOLUTION_TIME, 120)
                .expectAt(RESOLUTION_TIME, "10:06");
    }

    @Test
    void resolutionTimeOfAnAssumedOneRunsToTheLastPublicReply() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("10:01")
                .bot()
                .at("10:02")
                .botWithoutAnswer()
                .at("10:03")
                .customer("bye")
                .ended(EndReason.COMPLETED)
                .expectSeconds(RESOLUTION_TIME, 60);
    }

    @Test
    void resolutionTimeIsNeverBelowZeroAndOnlyOfResolvedEpisodes() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("09:59")
                .resolvedBy(Party.BOT)
                .ended()
                .expectSeconds(RESOLUTION_TIME, 0);
        conversation().at("10:00").customer("a").ended().expect(RESOLUTION_TIME, 0);
    }
}
