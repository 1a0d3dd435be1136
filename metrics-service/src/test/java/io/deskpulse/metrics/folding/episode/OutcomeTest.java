package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.catalogue.measure.Measure.*;
import static io.deskpulse.metrics.folding.episode.Story.conversation;

import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.contracts.event.Party;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void aStandingResolvedByTheBotIsResolvedByBot() {
        conversation()
                .at("10:00")
                .customer("a")
                .at("10:01")
                .botWithoutAnswer()
                .resolvedBy(Party.BOT)
                .ended()
                .expectOutcomes(RESOLVED_BY_BOT);
    }

    @Test
    void aStandingResolvedNeedsNoCustomerAndNoBot() {
        conversation()
                .at("10:00")
                .started()
                .resolvedBy(Party.BOT)
                .ended()
                .expectOutcomes(RESOLVED_BY_BOT)
                .expect(DIRECTLY_RESOLVED, 0)
                .expect(RESOLUTION_TIME, 0);
    }

    @Test
    void aLaterCustomerMessageTakesResolvedBack() {
        conversation()
                .at("10:00")
                .customer("a")
                .confirmedBy(Party.BOT)
                .customer("no")
                .ended()
                .expectOutcomes(ABANDONED)
                .expect(CONFIRMED_RESOLVED, 0);
    }

    @Test
    void laterMessagesOfOthersTakeNothingBack() {
        conversation()
                .at("10:00")
                .customer("a")
                .resolvedBy(Party.BOT)
                .note()
                .bot()
                .reopened()
                .ended(EndReason.ABANDONED)
                .expectOutcomes(RESOLVED_BY_BOT);
    }

    @Test
    void resolvedWithAHumanAnEscalationOrByAHumanIsResolvedByHuman() {
        conversation()
                .at("10:00")
                .customer("a")
                .human()
                .resolvedBy(Party.BOT)
                .ended()
                .expectOutcomes(RESOLVED_BY_HUMAN);
        conversation()
                .at("10:00")
                .customer("a")
                .escalated()
                .resolvedBy(Party.BOT)
                .ended()
                .expectOutcomes(RESOLVED_BY_HUMAN);
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .resolvedBy(Party.HUMAN)
                .ended()
                .expectOutcomes(RESOLVED_BY_HUMAN);
    }

    @Test
    void theLastStandingResolvedDecidesByWhomAndWhetherConfirmed() {
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .resolvedBy(Party.HUMAN)
                .confirmedBy(Party.BOT)
                .ended()
                .expectOutcomes(RESOLVED_BY_BOT)
                .expect(CONFIRMED_RESOLVED, 1);
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .confirmedBy(Party.BOT)
                .resolvedBy(Party.BOT)
                .ended()
                .expect(CONFIRMED_RESOLVED, 0);
    }

    @Test
    void aLimitIsNoEscalation() {
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .escalated(EscalationReason.LIMIT)
                .ended()
                .expectOutcomes(RESOLVED_BY_BOT)
                .expect(AUTOMATED, 1)
                .expect(ESCALATED_INVOLVED, 0);
    }

    @Test
    void isAssumedResolvedWhenTheLastPublicMessageIsAReply() {
        conversation().at("10:00").customer("a").bot().note().ended().expectOutcomes(RESOLVED_BY_BOT);
        conversation().at("10:00").customer("a").human().ended().expectOutcomes(RESOLVED_BY_HUMAN);
    }

    @Test
    void isNotAssumedResolvedWhenTheLastPublicMessageIsNoReply() {
        conversation().at("10:00").bot().ended().expectOutcomes(UNRESOLVED);
        conversation().at("10:00").human().ended().expectOutcomes(UNRESOLVED);
        conversation().at("10:00").customer("a").botWithoutAnswer().ended().expectOutcomes(ABANDONED);
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .botWithoutAnswer()
                .ended()
                .expectOutcomes(UNRESOLVED);
        conversation().at("10:00").customer("a").bot().customer("b").ended().expectOutcomes(ABANDONED);
    }

    @Test
    void isAssumedResolvedWhenItEndedAsCompletedAfterSomeReply() {
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .customer("bye")
                .ended(EndReason.COMPLETED)
                .expectOutcomes(RESOLVED_BY_BOT);
        conversation().at("10:00").customer("a").ended(EndReason.COMPLETED).expectOutcomes(UNRESOLVED);
        conversation()
                .at("10:00")
                .bot()
                .customer("a")
                .botWithoutAnswer()
                .ended(EndReason.COMPLETED)
                .expectOutcomes(UNRESOLVED);
    }

    @Test
    void isNotAssumedResolvedWhenItEndedAsAbandoned() {
        conversation()
                .at("10:00")
                .customer("a")
                .bot()
                .ended(EndReason.ABANDONED)
                .expectOutcomes(UNRESOLVED);
    }

    @Test
    void isNotAssumedResolvedWhileAnEscalationIsWithoutAHumanMessageSince() {
        conversation().at("10:00").customer("a").escalated().bot().ended().expectOutcomes(UNRESOLVED);
        conversation().at("10:00").customer("a").human().escalated().ended().expectOutcomes(UNRESOLVED);
        conversation()
                .at("10:00")
                .customer("a")
                .escalated()
                .note()
                .bot()
                .ended()
                .expectOutcomes(UNRESOLVED);
        conversation()
                .at("10:00")
                .customer("a")
                .escalated()
                .human()
                .bot()
                .ended()
                .expectOutcomes(RESOLVED_BY_HUMAN);
    }

    @Test
    void isNotAssumedResolvedWhenTheLastSentimentIsBad() {
        conversation().at("10:00").customerFeeling(-0.26).bot().ended().expectOutcomes(UNRESOLVED);
        conversation().at("10:00").customerFeeling(-0.25).bot().ended().expectOutcomes(RESOLVED_BY_BOT);
        conversation()
                .at("10:00")
                .customerFeeling(-0.9)
                .customer("a")
                .bot()
                .ended()
                .expectOutcomes(UNRESOLVED);
        conversation()
                .at("10:00")
                .customerFeeling(-0.9)
                .customerFeeling(0.1)
                .bot()
                .ended()
                .expectOutcomes(RESOLVED_BY_BOT);
    }

    @Test
    void isAbandonedWhenACustomerMessageIsWithoutAReply() {
        conversation().at("10:00").customer("a").declaredAt("10:31").expectOutcomes(ABANDONED);
        conversation().at("10:00").started().ended().expectOutcomes(UNRESOLVED);
    }
}
