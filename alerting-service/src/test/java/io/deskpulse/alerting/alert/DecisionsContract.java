package io.deskpulse.alerting.alert;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static io.deskpulse.alerting.alert.State.RECOVERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.alerting.alert.ActOnAlerts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What decisions do, wherever they are kept. */
public abstract class DecisionsContract {
    private final String tenant = "t-" + UUID.randomUUID();
    private final Decided bot = new Decided(tenant, "bot-b");
    private Decisions decisions;
    private Fence fence;

    protected abstract Decisions decisions();

    protected abstract ActOnAlerts hands();

    /** Lists of alerts that listeners were told of, of this tenant. */
    protected abstract List<List<Alert>> told(String ofTenant);

    @BeforeEach
    void takeTheRight() {
        decisions = decisions();
        fence = decisions.take("part-of-" + tenant);
    }

    @Test
    void remembersAnEpisodeFromItsBeginToItsEnd() {
        decide(bot.goes(NORMAL, PENDING, 1));
        Alert pending = standing();
        assertThat(decisions.standingTenants()).contains(tenant);
        assertThat(pending.state()).isEqualTo(PENDING);
        assertThat(pending.startedAt()).isEqualTo(Decided.minute(1));
        assertThat(pending.firedAt()).isNull();

        decide(bot.goes(PENDING, FIRING, 3, Reason.HELD, Duration.ofMinutes(2)));
        Alert firing = standing();
        assertThat(firing.startedAt()).isEqualTo(Decided.minute(1));
        assertThat(firing.firedAt()).isEqualTo(Decided.minute(3));
        assertThat(firing.revision()).isGreaterThan(pending.revision());
        assertThat(firing.last()).isEqualTo(bot.goes(PENDING, FIRING, 3, Reason.HELD, Duration.ofMinutes(2)));

        decide(bot.goes(FIRING, RECOVERING, 5), bot.goes(RECOVERING, NORMAL, 6));
        assertThat(decisions.standing(tenant)).isEmpty();
        assertThat(decisions.standingTenants()).doesNotContain(tenant);
        assertThat(lastTold().resolvedAt()).isEqualTo(Decided.minute(6));
        assertThat(lastTold().firedAt()).isEqualTo(Decided.minute(3));
    }

    @Test
    void beginsANewEpisodeWithoutWhatBelongedToTheLast() {
        decide(bot.goes(NORMAL, FIRING, 1));
        hands().acknowledge(tenant, bot.fingerprint(), "ann", "mine");
        decide(bot.goes(FIRING, NORMAL, 2), bot.goes(NORMAL, PENDING, 9));

        Alert anew = standing();
        assertThat(anew.startedAt()).isEqualTo(Decided.minute(9));
        assertThat(anew.firedAt()).isNull();
        assertThat(anew.resolvedAt()).isNull();
        assertThat(anew.acknowledged()).isEmpty();
    }

    @Test
    void tellsPeopleOnlyWhatTheyHaveToKnow() {
        decide(bot.goes(NORMAL, PENDING, 1), bot.goes(PENDING, NORMAL, 2));
        assertThat(told(tenant)).isEmpty();

        decide(bot.goes(NORMAL, PENDING, 3), bot.goes(PENDING, FIRING, 4), bot.goes(FIRING, RECOVERING, 5));
        decide(bot.goes(RECOVERING, FIRING, 6));
        decide(bot.goes(FIRING, NORMAL, 7));

        assertThat(told(tenant)).hasSize(2);
        assertThat(told(tenant).get(0)).extracting(Alert::state).containsExactly(FIRING);
        assertThat(lastTold().state()).isEqualTo(NORMAL);
    }

    @Test
    void refusesWhoeverHasLostTheRightAndStoresNothing() {
        Fence newer = decisions.take(fence.part());

        assertThatThrownBy(() -> decide(bot.goes(NORMAL, FIRING, 1))).isInstanceOf(Fence.Lost.class);

        assertThat(decisions.standing(tenant)).isEmpty();
        decisions.record(newer, List.of(bot.goes(NORMAL, FIRING, 1)));
        assertThat(standing().state()).isEqualTo(FIRING);
    }

    @Test
    void takesADecisionTwiceAsOnce() {
        decide(bot.goes(NORMAL, FIRING, 1));
        Alert once = standing();

        decide(bot.goes(NORMAL, FIRING, 1), bot.goes(NORMAL, PENDING, 2), bot.goes(PENDING, FIRING, 3));

        assertThat(told(tenant)).hasSize(1);
        assertThat(standing()).isEqualTo(once);
    }

    @Test
    void keepsCheckpointsWithoutHistory() {
        decide(bot.goes(NORMAL, PENDING, 1));
        long revision = standing().revision();

        decide(bot.goes(PENDING, PENDING, 2, Reason.BREACHED, Duration.ofMinutes(1)));

        Alert held = standing();
        assertThat(held.last().held()).isEqualTo(Duration.ofMinutes(1));
        assertThat(held.last().at()).isEqualTo(Decided.minute(2));
        assertThat(held.last().from()).isEqualTo(NORMAL);
        assertThat(held.startedAt()).isEqualTo(Decided.minute(1));
        assertThat(held.revision()).isEqualTo(revision);
    }

    @Test
    void forgetsCheckpointsOfWhatIsOver() {
        decide(bot.goes(PENDING, PENDING, 2, Reason.BREACHED, Duration.ofMinutes(1)));

        assertThat(decisions.standing(tenant)).isEmpty();
    }

    @Test
    void acknowledgesOnceUntilTheEpisodeEnds() {
        decide(bot.goes(NORMAL, FIRING, 1));

        assertThat(hands().acknowledge(tenant, bot.fingerprint(), "ann", "mine"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(hands().acknowledge(tenant, bot.fingerprint(), "bob", null)).isInstanceOf(Outcome.Already.class);

        assertThat(standing().acknowledgement().by()).isEqualTo("ann");
        assertThat(standing().acknowledgement().comment()).isEqualTo("mine");
        assertThat(told(tenant)).hasSize(2);
        assertThat(lastTold().acknowledged()).isPresent();
        decide(bot.goes(FIRING, NORMAL, 2));
        assertThat(lastTold().acknowledged()).isEmpty();
        assertThat(hands().acknowledge(tenant, bot.fingerprint(), "ann", null)).isInstanceOf(Outcome.NotStanding.class);
        assertThat(hands().acknowledge(tenant, "0000000000000000", "ann", null)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void tellsWhoDecidesWhatSomebodyHasEnded() {
        Instant before = Instant.now().minusSeconds(5);
        decide(bot.goes(NORMAL, FIRING, 1));

        hands().resolve(tenant, bot.fingerprint(), "ann", "false alarm");

        assertThat(decisions.standing(tenant)).isEmpty();
        assertThat(endedByHand(before)).hasSize(1);
        assertThat(endedByHand(Instant.now().plusSeconds(5))).isEmpty();
        assertThat(lastTold().state()).isEqualTo(NORMAL);
        assertThat(lastTold().last().reason()).isEqualTo(Reason.RESOLVED_BY_HAND);
    }

    @Test
    void comesBackByHandOnlyWhenBreachedAnew() {
        decide(bot.goes(NORMAL, FIRING, 1));
        hands().resolve(tenant, bot.fingerprint(), "ann", null);

        decide(bot.goes(FIRING, RECOVERING, 2));
        assertThat(decisions.standing(tenant)).isEmpty();

        decide(bot.goes(RECOVERING, FIRING, 3));
        assertThat(standing().firedAt()).isEqualTo(Decided.minute(3));
        assertThat(standing().last().from()).isEqualTo(NORMAL);
        assertThat(endedByHand(Instant.EPOCH)).isEmpty();
    }

    @Test
    void takesThousandsAtOnce() {
        List<Transition> many = IntStream.range(0, 3000)
                .mapToObj(i -> new Decided(tenant, "v" + i).goes(NORMAL, FIRING, 1))
                .toList();

        decisions.record(fence, many);

        assertThat(decisions.standing(tenant)).hasSize(3000);
        assertThat(decisions.standing(tenant).stream().map(Alert::revision).distinct())
                .hasSize(3000);
    }

    @Test
    void findsWhatStandsByItsRules() {
        decide(bot.goes(NORMAL, FIRING, 1));

        assertThat(decisions.standing(Set.of("rate", "other")))
                .filteredOn(alert -> alert.tenant().equals(tenant))
                .hasSize(1);
        assertThat(decisions.standing(Set.of("other"))).isEmpty();
    }

    private void decide(Transition... transitions) {
        decisions.record(fence, List.of(transitions));
    }

    private Alert standing() {
        assertThat(decisions.standing(tenant)).hasSize(1);
        return decisions.standing(tenant).get(0);
    }

    private List<Alert> endedByHand(Instant since) {
        return decisions.endedByHand(since).stream()
                .filter(alert -> alert.tenant().equals(tenant))
                .toList();
    }

    private Alert lastTold() {
        List<List<Alert>> all = told(tenant);
        List<Alert> last = all.get(all.size() - 1);
        return last.get(last.size() - 1);
    }
}
