package io.deskpulse.alerting.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.alerting.alert.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of groups must do. */
public abstract class GroupsContract extends GroupsOfATenant {
    @Test
    void newGroupIsDueAfterItsWaitAndHoldsItsAlerts() {
        Alert alert = fires("a", NOW);

        assertThat(leased(DUE.minusMillis(1))).isEmpty();
        Lease lease = leased(DUE).orElseThrow();

        assertThat(lease.group().labels()).containsEntry("alertname", "rate");
        assertThat(lease.dueAt()).isEqualTo(DUE);
        Member member = groups().contents(lease).members().get(0);
        assertThat(member.fingerprint()).isEqualTo(alert.fingerprint());
        assertThat(member.labels()).isEqualTo(alert.labels());
        assertThat(member.active()).isTrue();
        assertThat(groups().alerts(tenant, Set.of(alert.fingerprint()), true)).containsExactly(alert);
        assertThat(groups().firing(tenant)).containsExactly(alert.labels());
    }

    @Test
    void groupIsTakenOnceUntilItsLeaseEnds() {
        fires("a", NOW);
        Lease first = leased(DUE).orElseThrow();

        assertThat(leased(DUE.plusSeconds(59))).isEmpty();
        Lease second = leased(DUE.plusSeconds(60)).orElseThrow();

        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    void groupThatIsGivenBackIsFreeAtOnceButNotByWhoHasLostIt() {
        fires("a", NOW);
        Lease first = leased(DUE).orElseThrow();

        groups().release(first);
        Lease second = leased(DUE).orElseThrow();
        groups().release(first);

        assertThat(second.dueAt()).isEqualTo(first.dueAt());
        assertThat(leased(DUE)).isEmpty();
    }

    @Test
    void whoHasLostALeaseWritesNothing() {
        Alert alert = fires("a", NOW);
        Lease slow = leased(DUE).orElseThrow();
        Lease newer = leased(DUE.plusSeconds(60)).orElseThrow();
        Told told = telling(alert);
        groups().begin(newer, told, DUE.plusSeconds(120));
        groups().settle(newer, told.sent(DUE.plusSeconds(61), Set.of(alert.fingerprint())), entry(alert));
        groups().close(newer, closing(DUE.plusSeconds(61), Set.of(), Optional.of(DUE.plusSeconds(4000))));

        assertThatThrownBy(() -> groups().begin(slow, telling(alert), DUE.plusSeconds(180)))
                .isInstanceOf(Lease.Lost.class);
        assertThatThrownBy(() -> groups().settle(slow, Told.nothing("default"), entry(alert)))
                .isInstanceOf(Lease.Lost.class);
        assertThatThrownBy(() -> groups().close(slow, closing(NOW, Set.of(alert.fingerprint()), Optional.empty())))
                .isInstanceOf(Lease.Lost.class);

        assertThat(leased(DUE.plusSeconds(3999))).isEmpty();
        Lease next = leased(DUE.plusSeconds(4000)).orElseThrow();
        Told known = groups().contents(next).told("default");
        assertThat(known.firing()).containsExactly(alert.fingerprint());
        assertThat(known.acknowledged()).containsExactly(alert.fingerprint());
        assertThat(known.sentAt()).isEqualTo(DUE.plusSeconds(61));
        assertThat(log(tenant)).hasSize(1);
    }

    @Test
    void attemptIsThereForWhoComesAfterADeadOne() {
        Alert alert = fires("a", NOW);
        Lease dead = leased(DUE).orElseThrow();
        Told told = telling(alert);
        groups().begin(dead, told, DUE.plusSeconds(90));
        groups().note(DUE, List.of(Firing.ends(alert, DUE)), List.of());

        assertThat(leased(DUE.plusSeconds(89))).isEmpty();
        Lease next = leased(DUE.plusSeconds(90)).orElseThrow();

        Contents contents = groups().contents(next);
        assertThat(contents.told("default").attempt()).isEqualTo(told.attempt());
        assertThat(contents.members().get(0).active()).isFalse();
        assertThat(groups().alerts(tenant, Set.of(alert.fingerprint()), true)).containsExactly(alert);
        assertThat(groups().alerts(tenant, Set.of(alert.fingerprint()), false)
                        .get(0)
                        .resolvedAt())
                .isEqualTo(DUE);
    }

    @Test
    void changeMakesAGroupDueWhenItsIntervalAllows() {
        Alert alert = fires("a", NOW);
        Lease lease = leased(DUE).orElseThrow();
        groups().close(lease, closing(DUE, Set.of(), Optional.of(DUE.plus(Duration.ofHours(4)))));

        groups().note(DUE.plusSeconds(5), List.of(Firing.ends(alert, DUE.plusSeconds(5))), List.of());

        assertThat(leased(DUE.plusSeconds(59))).isEmpty();
        assertThat(leased(DUE.plusSeconds(60))).isPresent();
    }

    @Test
    void acknowledgementIsSeen() {
        Alert alert = fires("a", NOW);
        groups().note(NOW, List.of(Firing.acknowledged(alert, NOW.plusSeconds(1))), List.of());

        Lease lease = leased(DUE).orElseThrow();

        assertThat(groups().contents(lease).members().get(0).acknowledged()).contains(NOW.plusSeconds(1));
    }

    @Test
    void groupIsGoneWithItsLastAlert() {
        Alert alert = fires("a", NOW);
        groups().note(NOW, List.of(Firing.ends(alert, NOW)), List.of());
        Lease lease = leased(DUE).orElseThrow();

        groups().close(lease, closing(DUE, Set.of(alert.fingerprint()), Optional.empty()));

        assertThat(leased(DUE.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(groups().alerts(tenant, Set.of(alert.fingerprint()), true)).isEmpty();
        assertThat(groups().firing(tenant)).isEmpty();
    }

    @Test
    void nothingLeavesAGroupThatHasChangedMeanwhile() {
        Alert alert = fires("a", NOW);
        Alert ended = Firing.ends(alert, NOW);
        groups().note(NOW, List.of(ended), List.of());
        Lease lease = leased(DUE).orElseThrow();
        groups().contents(lease);
        fires("a", DUE);

        groups().close(lease, closing(DUE, Set.of(alert.fingerprint()), Optional.empty()));

        Lease next = leased(DUE.plus(INTERVAL)).orElseThrow();
        assertThat(groups().contents(next).members().get(0).active()).isTrue();
        assertThat(log(tenant)).isEmpty();
    }

    @Test
    void reasonToHoldBackIsRemembered() {
        Alert alert = fires("a", NOW);
        Lease lease = leased(DUE).orElseThrow();
        Closing holding = new Closing(
                DUE,
                Set.of(),
                Map.of(alert.fingerprint(), "silenced: x"),
                List.of(entry(alert)),
                List.of(),
                Optional.empty(),
                Optional.of(DUE.plus(INTERVAL)),
                INTERVAL,
                0);
        groups().close(lease, holding);

        Lease next = leased(DUE.plus(INTERVAL)).orElseThrow();
        assertThat(groups().contents(next).members().get(0).held()).isEqualTo("silenced: x");
        groups().close(
                        next,
                        closing(
                                DUE.plus(INTERVAL),
                                Set.of(),
                                Optional.of(DUE.plus(INTERVAL).plus(INTERVAL))));
        Lease last = leased(DUE.plus(INTERVAL).plus(INTERVAL)).orElseThrow();
        assertThat(groups().contents(last).members().get(0).held()).isNull();
        assertThat(log(tenant)).hasSize(1);
    }

    @Test
    void wokenGroupsAreDueAtOnce() {
        fires("a", NOW);

        groups().wake(tenant, NOW.plusSeconds(1));

        assertThat(leased(NOW.plusSeconds(1))).isPresent();
    }
}
