package io.deskpulse.alerting.receiver.postgres;

import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.pace.Paces;
import io.deskpulse.alerting.receiver.pace.Turn;
import io.deskpulse.alerting.receiver.pace.Waiting;
import io.deskpulse.alerting.receiver.pace.Windows;
import io.deskpulse.kit.postgres.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paces in Postgres: whoever asks for a receiver holds its row, so the instances ask one after the other. */
@Singleton
class PostgresPaces implements Paces {
    private static final String LOCK =
            """
            insert into receiver_pace (tenant, receiver, sent_at) values (?, ?, '{}')
            on conflict (tenant, receiver) do update set sent_at = receiver_pace.sent_at
            returning array(select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from unnest(sent_at) at) as sent,
                closed_until""";

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Database database;
    private final Backlog backlog;

    PostgresPaces(Database database, Backlog backlog) {
        this.database = database;
        this.backlog = backlog;
    }

    private record Sent(List<Instant> at, Instant closedUntil) {}

    @Override
    public Turn ask(Receiver receiver, List<Limit> limits, Waiting waiting, Instant now) {
        return database.run(() -> {
            Sent sent = lock(receiver);
            Optional<Backlog.Standing> mine = backlog.find(receiver, waiting);
            if (mine.filter(standing -> standing.sentAt() != null).isPresent()) {
                return new Turn.Told();
            }
            if (mine.filter(standing -> standing.takenAt(now)).isPresent()) {
                return new Turn.Wait(A_MOMENT);
            }
            Instant next = Windows.next(limits, sent.at(), now);
            if (sent.closedUntil() != null && sent.closedUntil().isAfter(next)) {
                next = sent.closedUntil();
            }
            if (next.isAfter(now)) {
                backlog.put(receiver, waiting, now);
                return new Turn.Wait(Duration.between(now, next));
            }
            return go(receiver, limits, sent.at(), waiting, now);
        });
    }

    @Override
    public void told(Receiver receiver, List<Waiting> all, Instant now) {
        database.run(() -> backlog.told(receiver, all, now));
    }

    @Override
    public void failed(Receiver receiver, List<Waiting> all, Duration pause, Instant now) {
        database.run(() -> {
            backlog.release(receiver, all);
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
        return new Turn.Go(backlog.take(receiver, waiting, now));
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
}
