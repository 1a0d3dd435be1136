package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.closedByBot;
import static io.deskpulse.metrics.folding.episode.Story.conversation;
import static io.deskpulse.metrics.folding.episode.SurveyTold.csat;
import static io.deskpulse.metrics.folding.episode.SurveyTold.finished;
import static io.deskpulse.metrics.folding.episode.SurveyTold.offered;
import static io.deskpulse.metrics.folding.episode.SurveyTold.shown;
import static io.deskpulse.metrics.folding.episode.SurveyTold.text;
import static io.deskpulse.metrics.folding.episode.SurveyTold.withdrawn;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.contracts.event.OfferMeans;
import org.junit.jupiter.api.Test;

/** Which offers count as shown and as answered, and what they carry (docs/reference/episodes.md). */
class SurveyOffersTest {
    @Test
    void sameEventTwiceCountsOnce() {
        closedByBot()
                .survey(offered("o-1"))
                .again()
                .survey(offered("o-1"))
                .expectDuplicate()
                .survey(csat("o-1", 1, 3))
                .again()
                .survey(csat("o-1", 1, 3))
                .expectDuplicate()
                .expectValues(CSAT, 3L)
                .expect(OFFERS_SHOWN, 1);
    }

    @Test
    void anOfferIsAnsweredAsLongAsAnyAnswerStands() {
        closedByBot()
                .survey(offered("o-1"))
                .survey(csat("o-1", 1, 4))
                .survey(text("o-1"))
                .survey(withdrawn("o-1", 2))
                .expect(OFFERS_ANSWERED, 1);
    }

    @Test
    void aWidgetsOfferCountsOnceItIsShownAndAnyOtherWhenItIsDelivered() {
        closedByBot()
                .survey(offered("o-1", OfferMeans.WIDGET))
                .expect(OFFERS_SHOWN, 0)
                .at("10:06")
                .survey(shown("o-1"))
                .expect(OFFERS_SHOWN, 1)
                .expectAt(OFFERS_SHOWN, "10:05")
                .survey(finished("o-1"))
                .survey(offered("o-2", OfferMeans.EMAIL))
                .expect(OFFERS_SHOWN, 2)
                .survey(offered("o-3"))
                .survey(shown("o-3"))
                .expect(OFFERS_SHOWN, 3);
    }

    @Test
    void whoAnsweredHasSeenTheOffer() {
        closedByBot()
                .survey(offered("o-1", OfferMeans.WIDGET))
                .survey(csat("o-1", 1, 4))
                .expect(OFFERS_SHOWN, 1)
                .expect(OFFERS_ANSWERED, 1);
    }

    @Test
    void bothSidesOfTheResponseRateCarryTheSame() {
        conversation()
                .at("10:00")
                .started()
                .customer("a")
                .bot()
                .survey(offered("o-1"))
                .ended()
                .at("10:20")
                .survey(csat("o-1", 1, 4))
                .expectUnder(OFFERS_SHOWN, Dimension.HANDLER, "unknown")
                .expectUnder(OFFERS_ANSWERED, Dimension.HANDLER, "unknown")
                .expectAt(OFFERS_ANSWERED, "10:00");
    }

    @Test
    void anOfferWithoutAConversationCarriesWhatItSaysItself() {
        conversation()
                .at("10:00")
                .survey(offered("o-1"))
                .survey(csat("o-1", 1, 4))
                .expectUnder(CSAT, Dimension.CHANNEL, "sms")
                .expectUnder(CSAT, Dimension.LANGUAGE, "de")
                .expectUnder(CSAT, Dimension.SCENE, "unknown")
                .expect(CONVERSATIONS_STARTED, 0);
    }

    @Test
    void anAnswerWhoseOfferWasNeverToldIsFiledAtTheTimeItNames() {
        closedByBot()
                .survey(csat("o-1", 2, 4))
                .expectValues(CSAT, 4L)
                .expectAt(OFFERS_SHOWN, "09:59")
                .expectAt(OFFERS_ANSWERED, "09:59");
    }

    @Test
    void surveysKeepNothingFromIdlingAndChangeNoEpisode() {
        conversation()
                .at("10:00")
                .started()
                .customer("a")
                .bot()
                .at("10:20")
                .survey(offered("o-1"))
                .at("10:25")
                .survey(csat("o-1", 1, 4))
                .clockAt("10:31")
                .expect(CONVERSATIONS_CLOSED, 1)
                .expectAt(CONVERSATIONS_CLOSED, "10:00")
                .expect(ORPHAN_EVENTS, 0);
    }
}
