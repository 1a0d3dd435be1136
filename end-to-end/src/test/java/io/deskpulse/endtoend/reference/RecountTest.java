package io.deskpulse.endtoend.reference;

import static io.deskpulse.endtoend.reference.CountedByHand.FROM;
import static io.deskpulse.endtoend.reference.CountedByHand.stats;
import static io.deskpulse.endtoend.reference.CountedByHand.story;
import static io.deskpulse.endtoend.reference.CountedByHand.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.endtoend.Story;
import org.junit.jupiter.api.Test;

/** The reference itself, against conversations that were counted by hand. */
class RecountTest {
    private final Story story = story();

    @Test
    void waitsEndAtResponsesAndGreetingsAreNone() {
        story.started("channel", "web");
        story.at(1)
                .bot()
                .at(10)
                .customer()
                .at(12)
                .customer()
                .at(15)
                .bot()
                .at(20)
                .bot();
        story.at(30).customer().at(31).human().ended("completed");

        Answers answers = Recount.of(story.events());

        assertThat(stats(answers, "first_response_time")).containsEntry("p50", 5.0);
        assertThat(stats(answers, "bot_first_response_time")).containsEntry("p50", 5.0);
        assertThat(stats(answers, "response_time")).containsEntry("mean", 3.0).containsEntry("p50", 1.0);
        assertThat(stats(answers, "human_first_response_time")).containsEntry("p50", 21.0);
        assertThat(stats(answers, "session_duration")).containsEntry("mean", 31.0);
        assertThat(value(answers, "turns")).isEqualTo(3);
        assertThat(value(answers, "messages")).isEqualTo(7);
    }

    @Test
    void humanWaitCountsFromTheEscalationWhereThereIsOne() {
        story.started("channel", "web").at(10).customer().at(11).bot().at(20).escalated("limit");
        story.at(26).human().at(40).escalated("requested").at(60).human().ended("closed");

        Answers answers = Recount.of(story.events());

        assertThat(stats(answers, "human_first_response_time")).containsEntry("p50", 6.0);
        assertThat(answers.count("human_first_response_time")).isOne();
        assertThat(value(answers, "escalation_rate")).isEqualTo(1);
    }

    @Test
    void idleConversationClosesAtItsLastActivityAndTheNextMessageReopensIt() {
        story.started("channel", "Web ").at(60).customer().at(61).bot("answered", true, "kbArticle", "k");
        story.at(900).customer("visibility", "private");
        story.at(61 + 1801).customer();

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "conversations_started")).isEqualTo(2);
        assertThat(value(answers, "conversations_closed")).isEqualTo(1);
        assertThat(value(answers, "reopen_rate")).isEqualTo(1);
        assertThat(answers.facts("conversations_closed").get(0).time()).isEqualTo(FROM + 61_000);
        assertThat(answers.values("channel")).containsExactly("web");
        assertThat(value(answers, "knowledge_match_rate")).isEqualTo(1);
    }

    @Test
    void exactlyTheIdleTimeIsNotIdleAndEmailIsPatient() {
        story.about("chat")
                .started("channel", "web")
                .at(1800)
                .customer()
                .at(3600)
                .bot();
        story.about("mail").at(0).started("channel", "email");
        story.about("other").at(72 * 3600).tell("visit.started", "channel", "web");

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "conversations_started")).isEqualTo(2);
        assertThat(value(answers, "conversations_closed", Group.of("channel", "web")))
                .isEqualTo(1);
        assertThat(answers.count("conversations_closed")).isEqualTo(1);
    }

    @Test
    void lateArrivalsOfAClosedConversationCountAsMessagesOnly() {
        story.started("channel", "web")
                .at(10)
                .customer("topic", "Parcel")
                .at(11)
                .bot();
        story.at(20).ended("completed");
        story.at(15)
                .customer("text", "late")
                .at(30)
                .bot()
                .at(31)
                .resolved("bot")
                .at(31)
                .again();

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "messages")).isEqualTo(4);
        assertThat(value(answers, "turns")).isEqualTo(1);
        assertThat(answers.count("orphan_events")).isOne();
        assertThat(value(answers, "conversations_started")).isEqualTo(1);
        assertThat(value(answers, "messages", Group.of("topic", "parcel"))).isEqualTo(2);
        assertThat(value(answers, "messages", Group.of("handler", "unknown"))).isEqualTo(2);
    }

    @Test
    void startThatComesLateSuppliesAttributesFromThenOn() {
        story.at(5)
                .customer()
                .at(0)
                .started("channel", "web", "scene", "presales")
                .at(6)
                .bot();
        story.at(7).started("channel", "app").at(8).ended("closed");

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "conversations_started", Group.of("channel", "unknown")))
                .isEqualTo(1);
        assertThat(value(answers, "conversations_closed", Group.of("scene", "presales")))
                .isEqualTo(1);
        assertThat(answers.values("channel")).containsExactly("unknown", "web");
        assertThat(stats(answers, "session_duration")).containsEntry("mean", 1.0);
    }

    @Test
    void testConversationsAndTheirCostsAreLeftOut() {
        story.about("t")
                .started("channel", "web", "test", true)
                .customer()
                .bot()
                .ended("closed");
        story.about("model").tell("cost.recorded", "amount", "5", "currency", "EUR", "conversation", "t");
        story.about("r").started("channel", "web").customer().bot().ended("closed");
        story.about("model").tell("cost.recorded", "amount", "0.25", "currency", "EUR", "conversation", "r");
        story.about("labour").tell("cost.recorded", "amount", "1.5", "currency", "EUR", "handler", "human");

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "messages")).isEqualTo(2);
        assertThat(value(answers, "cost_per_conversation")).isEqualTo(1.75);
    }

    @Test
    void repeatedTextIgnoresCaseSpacesAndPunctuation() {
        story.about("same").started("channel", "web");
        story.customer("text", "Where is it?").customer("text", "where IS it").customer("text", "Where, is it...!");
        story.ended("closed");
        story.about("nothing").started("channel", "web");
        story.customer("text", "?")
                .customer("text", "??")
                .customer("text", "  ")
                .ended("closed");

        assertThat(value(Recount.of(story.events()), "repeat_question_rate")).isEqualTo(0.5);
    }

    @Test
    void topicOfMostMessagesWinsAndTheLastOfEquals() {
        story.started("channel", "web").customer("topic", "a").bot("topic", "b").customer("topic", "b");
        story.bot("topic", "a").human("topic", "c", "visibility", "private").ended("closed");

        assertThat(Recount.of(story.events()).values("topic")).containsExactly("a", "unknown");
    }

    @Test
    void concurrencyCountsWhatIsOpenAtTheEndOfAMinute() {
        story.about("a").started("channel", "web").at(30).ended("closed");
        story.about("b").at(10).started("channel", "web").at(130).ended("closed");
        story.about("c").at(65).started("channel", "app").at(119).customer();

        Answers answers = Recount.of(story.events());

        assertThat(answers.expect("concurrent_conversations", new Range(FROM, FROM + 60_000))
                        .value())
                .isEqualTo(1);
        assertThat(answers.expect("concurrent_conversations", new Range(FROM, FROM + 120_000))
                        .value())
                .isEqualTo(2);
        assertThat(answers.expect("concurrent_conversations", new Range(FROM + 120_000, FROM + 180_000))
                        .value())
                .isEqualTo(1);
    }

    @Test
    void visitsBounceWithOnePageAndNoEngagement() {
        story.about("v1").tell("visit.started", "channel", "web").tell("visit.action", "action", "widget_shown");
        story.at(9).tell("visit.ended", "pages", 1, "seconds", 9);
        story.about("v2").at(0).tell("visit.started", "channel", "web");
        story.tell("visit.action", "action", "widget_shown").tell("visit.action", "action", "widget_opened");
        story.tell("visit.ended", "pages", 1, "seconds", 3);
        story.about("v2").tell("visit.started", "channel", "web").tell("visit.ended", "pages", 1, "seconds", 3);

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "visitors")).isEqualTo(2);
        assertThat(value(answers, "widget_open_rate")).isEqualTo(0.5);
        assertThat(value(answers, "bounce_rate")).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(value(answers, "visit_duration")).isEqualTo(5);
    }

    @Test
    void incidentsTellRepairTimeAndAvailability() {
        story.about("i").at(70).tell("incident.opened", "component", "bot");
        story.at(130).tell("incident.closed", "component", "bot");

        Answers answers = Recount.of(story.events());

        assertThat(value(answers, "incidents")).isEqualTo(1);
        assertThat(value(answers, "mttr")).isEqualTo(60);
        assertThat(answers.expect("availability", new Range(FROM, FROM + 600_000))
                        .value())
                .isEqualTo(0.8);
    }
}
