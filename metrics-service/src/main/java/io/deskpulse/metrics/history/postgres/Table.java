package io.deskpulse.metrics.history.postgres;

import io.deskpulse.metrics.history.Entry;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose rows each stand for one key: the parts of the key's name are its columns. Immutable.
 *
 * @param name of the table
 * @param kind the letter that the names of its keys begin with
 * @param parts the columns of the parts of a name, in their order; the last one takes all that is left
 * @param numbers those of them that are numbers
 */
record Table(String name, char kind, List<String> parts, List<String> numbers) {
    private static final String OF_PARTITION = " where partition = $1 and generation = $2";

    static final List<Table> ALL = List.of(
            new Table(
                    "cell_series",
                    'b',
                    List.of("tenant", "granularity", "block", "split", "measure"),
                    List.of("block")),
            new Table("subject_state", 's', List.of("tenant", "kind", "id"), List.of()));

    boolean holds(String key) {
        return key.charAt(0) == kind && key.charAt(1) == ':';
    }

    /** Parameters: partition, generation, an array for each part, contents, revisions, times of expiry. */
    String upsert() {
        int after = 3 + parts.size();
        return "insert into " + name + " (partition, generation, " + columns()
                + ", content, revision, expires_at) select $1, $2, * from unnest(" + arrays() + ", $" + after
                + "::bytea[], $" + (after + 1) + "::bigint[], $" + (after + 2)
                + "::timestamptz[]) on conflict (partition, generation, " + columns()
                + ") do update set content = excluded.content, revision = excluded.revision, expires_at = excluded.expires_at";
    }

    /** Parameters: partition, generation, an array for each part. */
    String delete() {
        String same =
                parts.stream().map(part -> "t." + part + " = gone." + part).collect(Collectors.joining(" and "));
        return "delete from " + name + " t using unnest(" + arrays() + ") as gone(" + columns()
                + ") where t.partition = $1 and t.generation = $2 and " + same;
    }

    /** Parameters: partition, generation. */
    String selectAll() {
        return "select " + columns() + ", content, revision, expires_at from " + name + OF_PARTITION;
    }

    /** Parameters: partition, generation, revision. */
    String selectAfter() {
        return "select " + columns() + " from " + name + OF_PARTITION + " and revision > $3";
    }

    /** Parameter: now. */
    String deleteExpired() {
        return "delete from " + name + " where expires_at < $1";
    }

    /** The arrays of parts, for these keys. */
    Object[] partArrays(List<Entry> entries) {
        Object[] arrays = new Object[parts.size()];
        for (int part = 0; part < arrays.length; part++) {
            arrays[part] = numbers.contains(parts.get(part)) ? new Long[entries.size()] : new String[entries.size()];
        }
        for (int row = 0; row < entries.size(); row++) {
            String[] values = entries.get(row).name().substring(2).split(":", parts.size());
            for (int part = 0; part < arrays.length; part++) {
                if (arrays[part] instanceof Long[] longs) {
                    longs[row] = Long.valueOf(values[part]);
                } else {
                    ((String[]) arrays[part])[row] = values[part];
                }
            }
        }
        return arrays;
    }

    /** The name of the key that a row stands for. */
    String keyOf(Row row) {
        StringBuilder key = new StringBuilder(64).append(kind);
        for (int part = 0; part < parts.size(); part++) {
            key.append(':').append(row.getValue(part));
        }
        return key.toString();
    }

    Entry entryOf(Row row) {
        OffsetDateTime expires = row.getOffsetDateTime(parts.size() + 2);
        Buffer content = row.getDelegate().getBuffer(parts.size());
        return new Entry(
                keyOf(row),
                content.getBytes(),
                expires == null ? 0 : expires.toInstant().toEpochMilli(),
                row.getLong(parts.size() + 1));
    }

    static OffsetDateTime expiry(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    private String columns() {
        return String.join(", ", parts);
    }

    private String arrays() {
        return IntStream.range(0, parts.size())
                .mapToObj(part -> "$" + (3 + part) + (numbers.contains(parts.get(part)) ? "::bigint[]" : "::text[]"))
                .collect(Collectors.joining(", "));
    }
}
