package io.deskpulse.survey.answer.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Does for many at once what is asked one by one: while a round is under way, what comes in is gathered for the next. Nobody waits for a
 * round to fill, so one alone is done at once. Where a round fails, each of it is done alone, so that nobody fails for another's
 * fault. Results arrive where they were asked for. Thread-safe.
 */
final class Rounds<I, O> {
    private final Function<I, Object> key;
    private final Function<List<I>, Uni<List<O>>> work;
    private final int atOnce;
    private final int most;
    private final Deque<Asked<I, O>> waiting = new ArrayDeque<>();
    private int running;

    /**
     * @param key two with the same are never in one round
     * @param work gives the results in the order of what it is given
     * @param atOnce how many rounds are under way at most
     * @param most how many make a round at most
     */
    Rounds(Function<I, Object> key, Function<List<I>, Uni<List<O>>> work, int atOnce, int most) {
        this.key = key;
        this.work = work;
        this.atOnce = atOnce;
        this.most = most;
    }

    private record Asked<I, O>(I item, UniEmitter<? super O> emitter, Context context) {
        void complete(O result) {
            there(() -> emitter.complete(result));
        }

        void fail(Throwable fault) {
            there(() -> emitter.fail(fault));
        }

        private void there(Runnable tell) {
            if (context == null) {
                tell.run();
            } else {
                context.runOnContext(unused -> tell.run());
            }
        }
    }

    Uni<O> ask(I item) {
        return Uni.createFrom().emitter(emitter -> {
            synchronized (this) {
                waiting.add(new Asked<>(item, emitter, Vertx.currentContext()));
            }
            begin();
        });
    }

    private void begin() {
        for (List<Asked<I, O>> round = next(); !round.isEmpty(); round = next()) {
            run(round);
        }
    }

    private synchronized List<Asked<I, O>> next() {
        List<Asked<I, O>> round = new ArrayList<>();
        if (running == atOnce) {
            return round;
        }
        Set<Object> keys = new HashSet<>();
        for (Iterator<Asked<I, O>> rest = waiting.iterator(); rest.hasNext() && round.size() < most; ) {
            Asked<I, O> asked = rest.next();
            if (keys.add(key.apply(asked.item()))) {
                round.add(asked);
                rest.remove();
            }
        }
        running += round.isEmpty() ? 0 : 1;
        return round;
    }

    private void run(List<Asked<I, O>> round) {
        results(round)
                .subscribe()
                .with(
                        results -> {
                            ended();
                            for (int i = 0; i < round.size(); i++) {
                                round.get(i).complete(results.get(i));
                            }
                        },
                        fault -> {
                            if (round.size() == 1) {
                                ended();
                                round.get(0).fail(fault);
                            } else {
                                alone(round, 0);
                            }
                        });
    }

    private Uni<List<O>> results(List<Asked<I, O>> round) {
        return Uni.createFrom()
                .deferred(() -> work.apply(round.stream().map(Asked::item).toList()));
    }

    /** One after the other. */
    private void alone(List<Asked<I, O>> round, int at) {
        if (at == round.size()) {
            ended();
            return;
        }
        Asked<I, O> asked = round.get(at);
        results(List.of(asked))
                .subscribe()
                .with(
                        results -> {
                            asked.complete(results.get(0));
                            alone(round, at + 1);
                        },
                        fault -> {
                            asked.fail(fault);
                            alone(round, at + 1);
                        });
    }

    private void ended() {
        synchronized (this) {
            running--;
        }
        begin();
    }
}
