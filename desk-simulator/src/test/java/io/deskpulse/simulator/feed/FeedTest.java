package io.deskpulse.simulator.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.simulator.desk.DeskSettings;
import io.deskpulse.simulator.desk.ServiceDesk;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FeedTest {
    private static final Instant START = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant END = START.plusSeconds(1_800);

    @TempDir
    Path folder;

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void past_is_sent_whole_and_in_order() throws InterruptedException {
        long count = feed(Optional.empty()).run(Long.MAX_VALUE);

        assertThat(count).isGreaterThan(1_000);
        assertThat(lines()).hasSize((int) count);
    }

    @Test
    void batch_is_sent_again_until_the_service_takes_it() throws InterruptedException {
        replies.add(new Reply.Later(null, "no answer"));
        replies.add(new Reply.Later(Duration.ofMillis(5), "429"));

        feed(Optional.empty()).run(600);

        assertThat(sent).hasSize(4);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        assertThat(sent.get(2)).isEqualTo(sent.get(0));
        assertThat(sent.get(3)).isNotEqualTo(sent.get(0));
    }

    @Test
    void outage_is_told_once_and_its_end_too() throws InterruptedException {
        replies.add(new Reply.Later(null, "no answer"));
        replies.add(new Reply.Later(null, "no answer"));

        feed(Optional.empty()).run(10);

        assertThat(said.toString(UTF_8))
                .isEqualToNormalizingNewlines(
                        """
                        simulator: waiting for the ingest service: no answer
                        simulator: the ingest service takes events again
                        """);
    }

    @Test
    void service_that_stays_busy_is_told() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            replies.add(new Reply.Later(Duration.ofMillis(1), "503 Events cannot be stored now."));
        }

        feed(Optional.empty()).run(10);

        assertThat(said.toString(UTF_8)).contains("503 Events cannot be stored now.");
    }

    @Test
    void rejected_event_is_told_and_does_not_stop_the_rest() throws InterruptedException {
        replies.add(new Reply.Taken(1, "unknown type"));

        assertThat(feed(Optional.empty()).run(700)).isEqualTo(700);
        assertThat(said.toString(UTF_8)).contains("unknown type");
    }

    @Test
    void refused_token_ends_the_feed() {
        replies.add(new Reply.Refused("401 The token has expired"));

        assertThatThrownBy(() -> feed(Optional.empty()).run(10))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("expired");
    }

    @Test
    void stopped_feed_ends_although_the_service_is_away() throws InterruptedException {
        Feed[] feed = new Feed[1];
        feed[0] = feed(Optional.empty(), lines -> {
            feed[0].stop();
            return new Reply.Later(Duration.ofHours(1), "503");
        });

        assertThat(feed[0].run(10)).isZero();
    }

    @Test
    void next_run_goes_on_where_the_last_got_to() throws InterruptedException {
        Position position = new Position(folder.resolve("position"));
        assertThat(position.read()).isEmpty();

        feed(Optional.of(position)).run(1_000);

        Instant reached = new Position(folder.resolve("position")).read().orElseThrow();
        assertThat(reached).isBetween(START, END);
    }

    private List<String> lines() {
        return sent.stream().flatMap(bytes -> new String(bytes, UTF_8).lines()).toList();
    }

    private Feed feed(Optional<Position> position) {
        return feed(position, lines -> {
            sent.add(lines);
            return replies.isEmpty() ? new Reply.Taken(0, null) : replies.poll();
        });
    }

    private Feed feed(Optional<Position> position, Feed.Sender sender) {
        Clock clock = Clock.fixed(END.plusSeconds(3600), ZoneOffset.UTC);
        Pace pace = new Pace(START.toEpochMilli(), clock.millis(), Double.POSITIVE_INFINITY, clock);
        ServiceDesk desk = ServiceDesk.events(DeskSettings.of(1, 10).startingEmpty(), START, END);
        return new Feed(desk, sender, pace, position, new Talk(new PrintStream(said, true, UTF_8)));
    }
}
