package io.deskpulse.alerting.receiver.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.pace.Paces;
import io.deskpulse.alerting.receiver.pace.Turn;
import io.deskpulse.alerting.receiver.pace.Waiting;
import io.deskpulse.alerting.receiver.pace.Windows;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Paces in Postgres: whoever asks for a receiver holds its row, so the instances ask one after the other. */
@Singleton
class PostgresPaces implements Paces {
    /** Longer than any call; whoever dies in one leaves what it took to the others after this. */
    private static final Duration TAKEN = Duration.ofMinutes(2);
    /** Whoever waits asks again sooner. */
    private static final Duration WANTED = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_OTHERS = 500;

    private static final String LOCK =
            """
            insert into receiver_pace (tenant, receiver, sent_at) values (?, ?, '{}')
            on conflict (tenant, receiver) do update set sent_at = receiver_pace.sent_at
            returning array(select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from unnest(sent_at) at) as sent,
                closed_until""";

    private static final String TAKE =
            """
            update receiver_backlog set taken_until = ?
            where tenant = ? and receiver = ? and group_key in (
                select group_key from receiver_backlog
                where tenant = ? and receiver = ? and group_key <> ? and sent_at is null and asked_at > ?
                    and (taken_until is null or taken_until <= ?)
                order by noted_at limit ?)
            returning group_key, notification, digest, noted_at""";

    private static final String PUT =
            """
            insert into receiver_backlog (tenant, receiver, group_key, notification, digest, noted_at, asked_at, taken_until, sent_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, null)
            on conflict (tenant, receiver, group_key) do update
            set noted_at = case when receiver_backlog.notification = excluded.notification
                    then receiver_backlog.noted_at else excluded.noted_at end,
                notification = excluded.notification, digest = excluded.digest, asked_at = excluded.asked_at,
                taken_until = excluded.taken_until, sent_at = null""";

    private final Database database;

    PostgresPaces(Database database) {
        this.database = database;
    }

    private record Sent(List<Instant> at, Instant closedUntil) {}

    private record Standing(String notification, Instant takenUntil, Instant sentAt) {}

    private record Taken(Waiting waiting, Instant notedAt) {}

    @Override
    public Turn ask(Receiver receiver, List<Limit> limits, Waiting waiting, Instant now) {
        return database.run(() -> {
            Sent sent = lock(receiver);
            Optional<Standing> mine = standing(receiver, waiting)
                    .filter(standing -> standing.notification().equals(waiting.notification()));
            if (mine.filter(standing -> standing.sentAt() != null).isPresent()) {
                return new Turn.Told();
            }
            Optional<Instant> taken = mine.map(Standing::takenUntil).filter(until -> until.isAfter(now));
            if (taken.isPresent()) {
                return new Turn.Wait(Duration.ofSeconds(1));
            }
            Instant next = Windows.next(limits, sent.at(), now);
            if (sent.closedUntil() != null && sent.closedUntil().isAfter(next)) {
                next = sent.closedUntil();
            }
            if (next.isAfter(now)) {
                put(receiver, waiting, now, null);
                return new Turn.Wait(Duration.between(now, next));
            }
            return go(receiver, limits, sent.at(), waiting, now);
        });
    }

    @Override
    public void told(Receiver receiver, List<Waiting> all, Instant now) {
        database.run(() -> {
            for (Waiting waiting : all) {
                change("update receiver_backlog set sent_at = ?, taken_until = null", receiver, waiting, now);
            }
            database.change(
                    "delete from receiver_backlog where tenant = ? and receiver = ? and asked_at < ?",
                    receiver.tenant(),
                    receiver.id(),
                    now.minus(KEPT));
        });
    }

    @Override
    public void failed(Receiver receiver, List<Waiting> all, Duration pause, Instant now) {
        database.run(() -> {
            for (Waiting waiting : all) {
                change("update receiver_backlog set taken_until = null", receiver, waiting);
            }
            if (!pause.isZero()) {
                database.change(
                        "update receiver_pace set closed_until = ? where tenant = ? and receiver = ?",
                        now.plus(pause),
                        receiver.tenant(),
                        receiver.id());
            }
        });
    }

    private Turn go(Receiver receiver, List<Limit> limits, List<Instant> sent, Waiting waiting, Instant now) {
        List<Instant> counting = new ArrayList<>(Windows.counting(limits, sent, now));
        counting.add(now);
        database.change(
                "update receiver_pace set sent_at = ?::timestamptz[], closed_until = null where tenant = ? and receiver = ?",
                counting.stream().map(Instant::toString).toArray(String[]::new),
                receiver.tenant(),
                receiver.id());
        put(receiver, waiting, now, now.plus(TAKEN));
        List<Taken> others = database.list(
                TAKE,
                PostgresPaces::taken,
                now.plus(TAKEN),
                receiver.tenant(),
                receiver.id(),
                receiver.tenant(),
                receiver.id(),
                waiting.group(),
                now.minus(WANTED),
                now,
                MOST_OTHERS);
        return new Turn.Go(others.stream()
                .sorted((one, other) -> one.notedAt().compareTo(other.notedAt()))
                .map(Taken::waiting)
                .toList());
    }

    private Sent lock(Receiver receiver) {
        return database.first(
                        LOCK,
                        row -> new Sent(
                                row.texts("sent").stream()
                                        .map(Instant::parse)
                                        .sorted()
                                        .toList(),
                                row.instant("closed_until")),
                        receiver.tenant(),
                        receiver.id())
                .orElseThrow();
    }

    private Optional<Standing> standing(Receiver receiver, Waiting waiting) {
        return database.first(
                "select notification, taken_until, sent_at from receiver_backlog where tenant = ? and receiver = ? and group_key = ?",
                row -> new Standing(row.text("notification"), row.instant("taken_until"), row.instant("sent_at")),
                receiver.tenant(),
                receiver.id(),
                waiting.group());
    }

    private void put(Receiver receiver, Waiting waiting, Instant now, Instant takenUntil) {
        String digest = JsonNodeFactory.instance
                .objectNode()
                .put("title", waiting.title())
                .put("firing", waiting.firing())
                .toString();
        database.change(
                PUT,
                receiver.tenant(),
                receiver.id(),
                waiting.group(),
                waiting.notification(),
                digest,
                now,
                now,
                takenUntil);
    }

    private void change(String update, Receiver receiver, Waiting waiting, Object... first) {
        Object[] where = {receiver.tenant(), receiver.id(), waiting.group(), waiting.notification()};
        database.change(
                update + " where tenant = ? and receiver = ? and group_key = ? and notification = ?",
                Stream.concat(Stream.of(first), Stream.of(where)).toArray());
    }

    private static Taken taken(Row row) throws SQLException {
        Members digest = Members.of(row.text("digest").getBytes(UTF_8));
        return new Taken(
                new Waiting(
                        row.text("group_key"),
                        row.text("notification"),
                        digest.text("title").orElse(""),
                        digest.flag("firing").orElse(false)),
                row.instant("noted_at"));
    }
}
