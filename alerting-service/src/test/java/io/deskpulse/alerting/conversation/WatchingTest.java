package io.deskpulse.alerting.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.contracts.event.Party;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchingTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final Chat chat = new Chat("shop", "c-1");
    private final Watching watching = watching(Map.of(
            Kind.NEGATIVE_EMOTION, watch(-0.5, Set.of()),
            Kind.REPEATED_QUESTION, watch(3, Set.of()),
            Kind.LONG_WAIT, watch(60, Set.of())));

    @Test
    void tellsOfAMoodThatTurnsAndThatItRecovers() {
        take(chat.starts(at(0), "web"));
        assertThat(take(chat.says(at(1), "hello", 0.2))).isEmpty();

        List<Transition> turned = take(chat.says(at(2), "this is useless", -0.8));

        assertThat(turned).singleElement().satisfies(transition -> {
            assertThat(transition.labels().get("alertname")).isEqualTo("ConversationNegativeEmotion");
            assertThat(transition.labels().get("conversation")).isEqualTo("c-1");
            assertThat(transition.labels().get("channel")).isEqualTo("web");
            assertThat(transition.labels().get("scene")).isEqualTo("complaint");
            assertThat(transition.to()).isEqualTo(State.FIRING);
            assertThat(transition.evidence().value()).isEqualTo(-0.8);
            assertThat(transition.links()).containsEntry("conversation", "https://desk.example/c/c-1");
            assertThat(transition.toString()).doesNotContain("useless");
        });
        assertThat(take(chat.says(at(3), "really", -0.9))).isEmpty();
        assertThat(take(chat.says(at(4), "oh, thanks", 0.4)))
                .extracting(Transition::reason)
                .containsExactly(Reason.RECOVERED);
    }

    @Test
    void staysQuietAboutAMoodThatWasNeverGood() {
        assertThat(take(chat.says(at(1), "bad", -0.9))).isEmpty();
    }

    @Test
    void tellsOfTheSameQuestionHoweverItIsWritten() {
        take(chat.says(at(1), "Where is my order?", null));
        take(chat.says(at(2), "where is  my order", null));
        take(chat.says(at(3), "!!!", null));

        assertThat(take(chat.says(at(4), "WHERE IS MY ORDER...", null)))
                .singleElement()
                .satisfies(transition -> assertThat(transition.rule()).isEqualTo("ConversationRepeatedQuestion"));
        assertThat(take(chat.hears(at(5), Party.BOT))).isEmpty();
        assertThat(take(chat.hears(at(6), Party.HUMAN)))
                .extracting(Transition::to)
                .containsExactly(State.NORMAL);
    }

    @Test
    void tellsOfSomebodyWhoWaitsForAHumanUntilOneAnswers() {
        take(chat.escalates(at(0)));
        take(chat.hears(at(5), Party.BOT));
        assertThat(watching.look(at(59))).isEmpty();

        assertThat(watching.look(at(60))).singleElement().satisfies(transition -> assertThat(
                        transition.evidence().value())
                .isEqualTo(60.0));
        assertThat(watching.look(at(61))).isEmpty();
        assertThat(take(chat.hears(at(70), Party.HUMAN)))
                .extracting(Transition::to)
                .containsExactly(State.NORMAL);
        assertThat(watching.look(at(900))).isEmpty();
    }

    @Test
    void endsWhatFiresWhenTheConversationCloses() {
        take(chat.escalates(at(0)));
        watching.look(at(60));

        assertThat(take(chat.ends(at(61)))).extracting(Transition::reason).containsExactly(Reason.OVER);
    }

    @Test
    void endsWhatFiresForLongAndTellsItOnce() {
        take(chat.escalates(at(0)));
        watching.look(at(60));

        Instant later = at(60).plus(Duration.ofMinutes(30));

        assertThat(watching.look(later)).extracting(Transition::to).containsExactly(State.NORMAL);
        assertThat(watching.look(later.plusSeconds(1))).isEmpty();
    }

    @Test
    void leavesOtherChannelsAndOldEventsAlone() {
        Watching mail = watching(Map.of(Kind.NEGATIVE_EMOTION, watch(-0.5, Set.of("email"))));
        mail.take(chat.starts(at(0), "web"), at(0));
        mail.take(chat.says(at(1), "hm", 0.1), at(1));
        assertThat(mail.take(chat.says(at(2), "bad", -0.9), at(2))).isEmpty();

        Instant nextDay = at(0).plus(Duration.ofDays(1));
        watching.take(chat.says(at(1), "hm", 0.1), nextDay);
        assertThat(watching.take(chat.says(at(2), "bad", -0.9), nextDay)).isEmpty();
    }

    @Test
    void goesOnAfterARestartWithoutTellingTwice() {
        take(chat.says(at(1), "hm", 0.1));
        Transition turned = take(chat.says(at(2), "bad", -0.9)).get(0);
        Watching next = watching(Map.of(Kind.NEGATIVE_EMOTION, watch(-0.5, Set.of())));

        next.remember(chat.says(at(1), "hm", 0.1));
        next.remember(chat.says(at(2), "bad", -0.9));
        next.restore(new Alert(turned.fingerprint(), 1, turned, turned.at(), turned.at(), null, null, Map.of()));

        assertThat(next.take(chat.says(at(3), "worse", -1.0), at(3))).isEmpty();
        assertThat(next.take(chat.says(at(4), "fine", 0.3), at(4)))
                .extracting(Transition::fingerprint)
                .containsExactly(turned.fingerprint());
    }

    @Test
    void keepsNoMoreInMindThanThereIsRoomForButWhoeverWaits() {
        Watching small = new Watching(tenant -> rules(Map.of()), telling(), Duration.ofMinutes(15), 10);
        small.take(new Chat("shop", "waits").escalates(at(0)), at(0));

        for (int i = 0; i < 50; i++) {
            small.take(new Chat("shop", "c" + i).says(at(i), "hm", 0.1), at(i));
        }

        assertThat(small.size()).isEqualTo(10);
    }

    private List<Transition> take(io.deskpulse.contracts.event.Event event) {
        return watching.take(event, Instant.ofEpochMilli(event.timeMillis()));
    }

    private static Watching watching(Map<Kind, Watch> watches) {
        return new Watching(tenant -> rules(watches), telling(), Duration.ofMinutes(15), 1000);
    }

    private static Telling telling() {
        return new Telling(Clock.fixed(START, ZoneOffset.UTC), Optional.of("https://desk.example/c/{conversation}"));
    }

    private static ConversationRules rules(Map<Kind, Watch> watches) {
        return new ConversationRules("shop", 1, watches);
    }

    private static Watch watch(double limit, Set<String> channels) {
        return new Watch(limit, Severity.WARNING, Map.of(), Set.of(), channels, Duration.ofMinutes(30));
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
