package io.deskpulse.endtoend.reference;

import static io.deskpulse.endtoend.reference.CountedByHand.stats;
import static io.deskpulse.endtoend.reference.CountedByHand.story;
import static io.deskpulse.endtoend.reference.CountedByHand.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.endtoend.Story;
import org.junit.jupiter.api.Test;

/** What the reference takes for resolved and by whom, against conversations that were counted by hand. */
class RecountOutcomesTest {
    private final Story story = story();

    @Test
    void limitIsNoEscalation() {
        story.started("channel", "web").customer().bot().escalated("limit").ended("completed");

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "escalation_rate")).isZero();
        assertThat(value(answers, "automation_rate")).isEqualTo(1);
        assertThat(value(answers, "resolution_rate")).isEqualTo(1);
    }

    @Test
    void customerMessageTakesAResolvedBack() {
        story.started("channel", "web")
                .customer()
                .bot()
                .resolved("bot")
                .at(5)
                .customer()
                .ended("closed");

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "resolution_rate")).isZero();
        assertThat(value(answers, "abandonment_rate")).isEqualTo(1);
        assertThat(answers.count("resolution_time")).isZero();
    }

    @Test
    void standingResolvedByHumanCountsForTheHumanAndConfirmedForInvolvedBots() {
        story.about("h").started("channel", "web").customer().at(4).bot();
        story.at(9).resolved("human").ended("closed");
        story.about("b").at(0).started("channel", "web").customer().at(2).bot("answered", false);
        story.at(7).resolved("bot", "confirmation", "confirmed").ended("closed");

        Answers answers = Recount.of(story.events());

        assertThat(answers.count("resolved_by_human")).isOne();
        assertThat(answers.count("resolved_by_bot")).isOne();
        assertThat(value(answers, "confirmed_resolution_rate")).isEqualTo(0.5);
        assertThat(value(answers, "bot_answer_rate")).isEqualTo(0.5);
        assertThat(value(answers, "fallback_rate")).isEqualTo(1);
        assertThat(stats(answers, "resolution_time")).containsEntry("mean", 8.0);
    }

    @Test
    void angerEscalationAndAbandonmentPreventAnAssumedResolution() {
        story.about("anger").started("channel", "web").customer("sentiment", -0.3);
        story.customer().bot().ended("completed");
        story.about("left").started("channel", "web").customer().bot().ended("abandoned");
        story.about("waiting").started("channel", "web").customer().bot().escalated("policy");
        story.bot().ended("closed");
        story.about("helped").started("channel", "web").customer().escalated("policy");
        story.human().ended("closed");
        story.about("silence").started("channel", "web").ended("closed");
        story.about("thanks")
                .started("channel", "web")
                .customer()
                .bot()
                .customer()
                .ended("completed");

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "conversations_closed")).isEqualTo(6);
        assertThat(answers.count("resolved_by_human")).isOne();
        assertThat(answers.count("resolved_by_bot")).isOne();
        assertThat(answers.count("unresolved")).isEqualTo(4);
        assertThat(answers.count("abandoned")).isZero();
    }

    @Test
    void hoursSavedTakeTheHumanTimeOfTheSameSceneElseSixMinutes() {
        story.about("h")
                .started("channel", "web", "scene", "presales")
                .customer()
                .human();
        story.at(1800).human().ended("closed");
        story.about("p")
                .at(0)
                .started("channel", "web", "scene", "presales")
                .customer()
                .bot();
        story.ended("completed");
        story.about("q")
                .started("channel", "web", "scene", "complaint")
                .customer()
                .bot();
        story.ended("completed");

        assertThat(value(Recount.of(story.events()), "hours_saved")).isEqualTo(0.6, within(1e-12));
    }
}
