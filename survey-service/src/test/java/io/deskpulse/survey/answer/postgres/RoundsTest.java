package io.deskpulse.survey.answer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final List<List<String>> begun = new ArrayList<>();
    private final List<UniEmitter<? super List<String>>> open = new ArrayList<>();
    private final Rounds<String, String> rounds = new Rounds<>(item -> item.charAt(0), this::work, 1, 3);

    @Test
    void oneAloneWaitsForNobody() {
        CompletableFuture<String> result = ask("a");

        assertThat(begun).containsExactly(List.of("a"));
        end(0);
        assertThat(result).isCompletedWithValue("A");
    }

    @Test
    void whatComesInMeanwhileIsDoneTogetherNext() {
        ask("a");
        CompletableFuture<String> b = ask("b");
        CompletableFuture<String> c = ask("c");
        ask("d");
        ask("e");

        end(0);

        assertThat(begun).containsExactly(List.of("a"), List.of("b", "c", "d"));
        end(1);
        assertThat(b).isCompletedWithValue("B");
        assertThat(c).isCompletedWithValue("C");
        assertThat(begun.get(2)).containsExactly("e");
    }

    @Test
    void twoOfTheSameKeyAreNeverInOneRound() {
        ask("x");
        ask("a1");
        ask("a2");
        ask("b1");

        end(0);
        end(1);

        assertThat(begun).containsExactly(List.of("x"), List.of("a1", "b1"), List.of("a2"));
    }

    @Test
    void nobodyFailsForTheFaultOfAnother() {
        ask("x");
        CompletableFuture<String> good = ask("good");
        CompletableFuture<String> bad = ask("bad");
        end(0);

        open.get(1).fail(new IllegalStateException("one of them"));
        end(2);
        open.get(3).fail(new IllegalStateException("this one"));

        assertThat(begun.subList(1, 4)).containsExactly(List.of("good", "bad"), List.of("good"), List.of("bad"));
        assertThat(good).isCompletedWithValue("GOOD");
        assertThatThrownBy(bad::join).hasRootCauseMessage("this one");
        ask("z");
        assertThat(begun).hasSize(5);
    }

    private CompletableFuture<String> ask(String item) {
        return rounds.ask(item).subscribeAsCompletionStage();
    }

    private Uni<List<String>> work(List<String> items) {
        begun.add(items);
        return Uni.createFrom().emitter(open::add);
    }

    private void end(int round) {
        open.get(round)
                .complete(begun.get(round).stream().map(String::toUpperCase).toList());
    }
}
