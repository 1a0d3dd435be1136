package io.deskpulse.metrics.counting;

import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.metrics.cell.Split;

/**
 * Names a cell inside a partition: one bucket, one value of one split, all measures.
 *
 * @param bucket its number, {@link Granularity#bucketOf}
 * @param value a field of the split's blocks, without a currency
 */
public record CellRef(String tenant, Granularity granularity, long bucket, Split split, String value) {
    /** As it stands in the set of changed cells. */
    public String text() {
        return tenant + ':' + granularity.code() + ':' + bucket + ':' + split.id() + ':' + value;
    }

    /** Reads {@link #text}. */
    public static CellRef parse(String text) {
        String[] parts = text.split(":", 5);
        return new CellRef(parts[0], granularity(parts[1]), Long.parseLong(parts[2]), Split.ofId(parts[3]), parts[4]);
    }

    private static Granularity granularity(String code) {
        return switch (code.charAt(0)) {
            case 'm' -> Granularity.MINUTE;
            case 'h' -> Granularity.HOUR;
            default -> Granularity.DAY;
        };
    }
}
