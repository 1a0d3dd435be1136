package io.deskpulse.catalogue.definition;

/**
 * The rows behind a number, for drill-down.
 *
 * @param of which kind of rows: episodes, messages, replies, visits, costs, incidents, ...
 * @param where which of them; null for all
 * @param hit which of those are in the numerator; null where all are
 */
public record Rows(String of, String where, String hit) {
    /** Rejects rows of no kind. */
    public Rows {
        if (of == null || of.isBlank()) {
            throw new IllegalArgumentException("rows: need of");
        }
    }
}
