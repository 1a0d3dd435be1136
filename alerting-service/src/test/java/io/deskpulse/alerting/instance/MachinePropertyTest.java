package io.deskpulse.alerting.instance;

import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.deskpulse.alerting.alert.State.PENDING;
import static io.deskpulse.alerting.alert.State.RECOVERING;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.rule.NoDataPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every instance, whatever is found and whenever somebody looks. */
class MachinePropertyTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration SLIDE = Duration.ofMinutes(1);

    /** A moment at which it is looked, so many slides after the one before. */
    record Look(int slidesLater, Verdict verdict) {}

    @Provide
    Arbitrary<Machine> machines() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(NoDataPolicy.values()))
                .as((hold, keep, noData) ->
                        new Machine(Duration.ofMinutes(hold), Duration.ofMinutes(keep), noData, SLIDE));
    }

    @Provide
    Arbitrary<List<Look>> looks() {
        Arbitrary<Integer> later = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(20, Arbitraries.just(1)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(2, 100)));
        Arbitrary<Verdict> verdicts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just(Verdict.BREACHED)),
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Verdict.RECOVERED)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(Verdict.values())));
        return Combinators.combine(later, verdicts).as(Look::new).list().ofMaxSize(80);
    }

    private record Seen(Standing before, Step step, Verdict verdict, Instant at) {}

    private static List<Seen> go(Machine machine, List<Look> looks) {
        List<Seen> seen = new ArrayList<>();
        Standing standing = Standing.NEW;
        Instant at = START;
        for (Look look : looks) {
            at = at.plus(SLIDE.multipliedBy(look.slidesLater));
            Step step = machine.next(standing, look.verdict, at);
            seen.add(new Seen(standing, step, look.verdict, at));
            standing = step.to();
        }
        return seen;
    }

    @Property
    void nothingEndsThatDidNotBegin(@ForAll("machines") Machine machine, @ForAll("looks") List<Look> looks) {
        boolean active = false;
        for (Seen each : go(machine, looks)) {
            State to = each.step.to().state();
            assertThat(each.before.state().active()).isEqualTo(active);
            if (!active && to.active()) {
                assertThat(to)
                        .as("it begins with firing, never with recovering")
                        .isEqualTo(FIRING);
            }
            active = to.active();
        }
    }

    @Property
    void itFiresOnlyAfterFor(@ForAll("machines") Machine machine, @ForAll("looks") List<Look> looks) {
        Duration breached = Duration.ZERO;
        Instant last = null;
        for (Seen each : go(machine, looks)) {
            if (each.before.state() == PENDING && last != null && bad(machine, each.verdict)) {
                Duration gap = Duration.between(last, each.at);
                breached = breached.plus(gap.compareTo(SLIDE.multipliedBy(2)) > 0 ? SLIDE : gap);
            }
            if (each.step.to().state() == FIRING && !each.before.state().active()) {
                assertThat(breached).isGreaterThanOrEqualTo(machine.holdFor());
                assertThat(bad(machine, each.verdict)).isTrue();
            }
            if (each.step.to().state() != PENDING) {
                breached = Duration.ZERO;
            }
            last = each.at;
        }
    }

    @Property
    void everyChangeOfStateHasAReason(@ForAll("machines") Machine machine, @ForAll("looks") List<Look> looks) {
        go(machine, looks).forEach(each -> {
            if (each.before.state() != each.step.to().state()) {
                assertThat(each.step.reason()).isPresent();
            }
        });
    }

    @Property
    void insufficientSamplesAndErrorsNeverEndWhatFires(
            @ForAll("machines") Machine machine, @ForAll("looks") List<Look> looks) {
        go(machine, looks).forEach(each -> {
            if (each.before.state().active()
                    && (each.verdict == Verdict.INSUFFICIENT || each.verdict == Verdict.ERROR)) {
                assertThat(each.step.to().state()).isEqualTo(each.before.state());
            }
        });
    }

    /** A restart loses what was not stored: at most what a pending or recovering one has held since it was noted. */
    @Property
    void aRestartAtAnyMomentNeverMakesItFireOrEndSooner(
            @ForAll("machines") Machine machine, @ForAll("looks") List<Look> looks) {
        Standing running = Standing.NEW;
        Standing stored = Standing.NEW;
        Instant at = START;
        for (Look look : looks) {
            at = at.plus(SLIDE.multipliedBy(look.slidesLater));
            Standing restarted = stored.state() == NORMAL
                    ? Standing.NEW
                    : Standing.stored(stored.state(), stored.held(), stored.at());
            Step usual = machine.next(running, look.verdict, at);
            Step after = machine.next(restarted, look.verdict, at);
            assertThat(restarted.state()).isEqualTo(running.state());
            assertThat(after.to().held()).isLessThanOrEqualTo(usual.to().held().plus(SLIDE));
            if (after.to().state() == FIRING && running.state() == PENDING) {
                assertThat(usual.to().state()).isEqualTo(FIRING);
            }
            if (after.to().state() == NORMAL && running.state() == RECOVERING) {
                assertThat(usual.to().state()).isEqualTo(NORMAL);
            }
            if (usual.reason().isPresent()) {
                stored = usual.to();
            }
            running = usual.to();
        }
    }

    private static boolean bad(Machine machine, Verdict verdict) {
        return verdict == Verdict.BREACHED || verdict == Verdict.NO_DATA && machine.noData() == NoDataPolicy.ALERT;
    }
}
