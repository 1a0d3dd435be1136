package io.deskpulse.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All rows, as Markdown that is aligned for a terminal too. */
public final class Table {
    private static final List<String> HEAD = List.of("what", "ours", "reference", "ratio", "target", "met");

    private Table() {}

    public static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row ->
                lines.add(List.of(row.what(), row.ours(), row.reference(), row.ratio(), row.target(), row.met())));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(1))
                .toArray();
        lines.add(1, IntStream.of(widths).mapToObj("-"::repeat).toList());
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                text.append("| ").append(String.format("%-" + widths[column] + "s ", line.get(column)));
            }
            text.append("|\n");
        }
        return text.toString();
    }
}
