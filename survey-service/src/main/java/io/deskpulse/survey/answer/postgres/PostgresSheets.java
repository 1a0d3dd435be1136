package io.deskpulse.survey.answer.postgres;

import io.deskpulse.survey.answer.GivenAnswer;
import io.deskpulse.survey.answer.Sheets;
import io.deskpulse.survey.definition.document.AnswerWriter;
import io.deskpulse.survey.outbox.Message;
import io.deskpulse.survey.outbox.postgres.WaitingMessages;
import io.deskpulse.survey.transaction.postgres.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sheets in Postgres, for many clients at once: one statement reads what several have asked for, and one writes it: counts the
 * changes, which locks the offers, then adds answers and messages of those that had not changed. Thread-safe.
 */
@ApplicationScoped
class PostgresSheets implements Sheets {
    /** One is planned while the other waits for the disk. */
    private static final int ROUNDS = 2;

    private static final int MOST = 64;

    private static final String WRITE =
            """
            with changed as (
              update offer o set changes = o.changes + 1
              from unnest($1::uuid[], $2::integer[]) as seen (id, changes)
              where o.id = seen.id and o.changes = seen.changes and o.finished_at is null
              returning o.id
            ), answered as (
              insert into answer (offer, question, revision, answer, answered_at)
              select given.offer, given.question, given.revision, given.answer::jsonb, given.answered_at
              from unnest($3::uuid[], $4::text[], $5::integer[], $6::text[], $7::timestamptz[])
                as given (offer, question, revision, answer, answered_at)
              join changed on changed.id = given.offer
              on conflict (offer, question) do update
                set revision = excluded.revision, answer = excluded.answer, answered_at = excluded.answered_at
            ), told as (
              insert into outbox (%1$s)
              select %1$s from unnest($8::uuid[], %2$s) with ordinality as message (offer, %1$s, place)
              join changed on changed.id = message.offer
              order by place
            )
            select id from changed"""
                    .formatted(WaitingMessages.COLUMNS, messageArrays());

    private final Statements statements;
    private final Rounds<UUID, Optional<Sheet>> reads = new Rounds<>(offer -> offer, this::readAll, ROUNDS, MOST);
    private final Rounds<Change, Boolean> writes =
            new Rounds<>(change -> change.seen().offer().id(), this::writeAll, ROUNDS, MOST);

    PostgresSheets(Statements statements) {
        this.statements = statements;
    }

    private record Change(Sheet seen, List<GivenAnswer> answers, List<Message> messages) {}

    @Override
    public Uni<Optional<Sheet>> read(UUID offer) {
        return reads.ask(offer);
    }

    @Override
    public Uni<Boolean> write(Sheet seen, List<GivenAnswer> answers, List<Message> messages) {
        return writes.ask(new Change(seen, answers, messages));
    }

    private Uni<List<Optional<Sheet>>> readAll(List<UUID> offers) {
        return statements
                .run(SheetRow.SELECT, Tuple.of(offers.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Sheet> found = new HashMap<>();
                    rows.forEach(row -> {
                        Sheet sheet = SheetRow.sheet(row);
                        found.put(sheet.offer().id(), sheet);
                    });
                    return offers.stream()
                            .map(offer -> Optional.ofNullable(found.get(offer)))
                            .toList();
                });
    }

    private Uni<List<Boolean>> writeAll(List<Change> changes) {
        // In one order, so that two instances do not wait for each other.
        List<Change> ordered = changes.stream()
                .sorted(Comparator.comparing(change -> change.seen().offer().id()))
                .toList();
        return statements.run(WRITE, values(ordered)).map(rows -> {
            Set<UUID> written = written(rows);
            return changes.stream()
                    .map(change -> written.contains(change.seen().offer().id()))
                    .toList();
        });
    }

    private static Tuple values(List<Change> changes) {
        List<GivenAnswer> answers =
                changes.stream().flatMap(change -> change.answers().stream()).toList();
        List<Object> values = new ArrayList<>();
        values.add(array(changes, change -> change.seen().offer().id()).toArray(UUID[]::new));
        values.add(array(changes, change -> change.seen().changes()).toArray(Integer[]::new));
        values.add(array(answers, GivenAnswer::offer).toArray(UUID[]::new));
        values.add(array(answers, GivenAnswer::question).toArray(String[]::new));
        values.add(array(answers, GivenAnswer::revision).toArray(Integer[]::new));
        values.add(array(answers, PostgresSheets::json).toArray(String[]::new));
        values.add(array(answers, given -> given.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new));
        values.add(changes.stream()
                .flatMap(change -> change.messages().stream()
                        .map(message -> change.seen().offer().id()))
                .toArray(UUID[]::new));
        values.addAll(WaitingMessages.arrays(
                changes.stream().flatMap(change -> change.messages().stream()).toList()));
        return Tuple.from(values);
    }

    private static String json(GivenAnswer given) {
        return given.answer()
                .map(answer -> AnswerWriter.write(answer).toString())
                .orElse(null);
    }

    private static <T, V> List<V> array(List<T> of, Function<T, V> value) {
        List<V> values = new ArrayList<>(of.size());
        of.forEach(each -> values.add(value.apply(each)));
        return values;
    }

    private static Set<UUID> written(RowSet<Row> rows) {
        Set<UUID> written = new HashSet<>();
        rows.forEach(row -> written.add(row.getUUID(0)));
        return written;
    }

    private static String messageArrays() {
        return IntStream.range(0, WaitingMessages.TYPES.size())
                .mapToObj(i -> "$" + (9 + i) + "::" + WaitingMessages.TYPES.get(i) + "[]")
                .collect(Collectors.joining(", "));
    }
}
