package io.deskpulse.alerting.receiver.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.pace.Waiting;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What waits for its turn, in Postgres. Called by whoever holds the row of the receiver's pace. */
@Singleton
class Backlog {
    /** Longer than any call; whoever dies in one leaves what it took to the others after this. */
    private static final Duration TAKEN = Duration.ofMinutes(2);
    /** Whoever waits asks again sooner. */
    private static final Duration WANTED = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_OTHERS = 500;

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

    Backlog(Database database) {
        this.database = database;
    }

    /** Where a notification stands. */
    record Standing(String notification, Instant takenUntil, Instant sentAt) {
        boolean takenAt(Instant now) {
            return takenUntil != null && takenUntil.isAfter(now);
        }
    }

    private record Taken(Waiting waiting, Instant notedAt) {}

    /** Of this very notification; empty where another one of its group stands there, or none. */
    Optional<Standing> find(Receiver receiver, Waiting waiting) {
        return database.first(
                "select notification, taken_until, sent_at from receiver_backlog"
                        + " where tenant = ? and receiver = ? and group_key = ? and notification = ?",
                row -> new Standing(row.text("notification"), row.instant("taken_until"), row.instant("sent_at")),
                receiver.tenant(),
                receiver.id(),
                waiting.group(),
                waiting.notification());
    }

    /** Lets it wait, in place of what waited of its group. */
    void put(Receiver receiver, Waiting waiting, Instant now) {
        put(receiver, waiting, now, null);
    }

    /** Takes it, and the others that wait: these, the oldest first. */
    List<Waiting> take(Receiver receiver, Waiting waiting, Instant now) {
        put(receiver, waiting, now, now.plus(TAKEN));
        return database
                .list(
                        TAKE,
                        Backlog::taken,
                        now.plus(TAKEN),
                        receiver.tenant(),
                        receiver.id(),
                        receiver.tenant(),
                        receiver.id(),
                        waiting.group(),
                        now.minus(WANTED),
                        now,
                        MOST_OTHERS)
                .stream()
                .sorted(Comparator.comparing(Taken::notedAt))
                .map(Taken::waiting)
                .toList();
    }

    /** They were told. */
    void told(Receiver receiver, List<Waiting> all, Instant now) {
        all.forEach(waiting ->
                change("update receiver_backlog set sent_at = ?, taken_until = null", receiver, waiting, now));
        database.change(
                "delete from receiver_backlog where tenant = ? and receiver = ? and asked_at < ?",
                receiver.tenant(),
                receiver.id(),
                now.minus(KEPT));
    }

    /** They wait again. */
    void release(Receiver receiver, List<Waiting> all) {
        all.forEach(waiting -> change("update receiver_backlog set taken_until = null", receiver, waiting));
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
