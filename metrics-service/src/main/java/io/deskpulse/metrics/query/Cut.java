package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.Split;
import java.util.List;

/** One measure to read, over some blocks, and where it goes. Filled by one thread. */
public final class Cut {
    private final Measure measure;
    private final Coverage coverage;
    private final List<Span> spans;
    private final Grouping grouping;
    private final Table table;

    Cut(Measure measure, Coverage coverage, Grouping grouping, Table table) {
        this.measure = measure;
        this.coverage = coverage;
        this.spans = coverage.spans();
        this.grouping = grouping;
        this.table = table;
    }

    /** What is read. */
    public Measure measure() {
        return measure;
    }

    /** Of which blocks. */
    public List<Span> spans() {
        return spans;
    }

    /** How finely they are cut. */
    public Split split() {
        return grouping.split();
    }

    /** The granularity of which buckets are needed that are not kept any more, or null where all are. */
    Granularity forgotten(long nowMillis) {
        return coverage.forgotten(measure, nowMillis);
    }

    /** Whether there were more groups than an answer may have. */
    boolean overflown() {
        return table.overflown();
    }

    /** Where the buckets of a field are added; null where the field is not wanted. */
    public Column columnOf(String field) {
        List<String> group = grouping.groupOf(field);
        return group == null ? null : table.adding(group);
    }
}
