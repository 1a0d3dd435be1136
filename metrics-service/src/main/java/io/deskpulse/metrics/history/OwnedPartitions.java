package io.deskpulse.metrics.history;

import io.deskpulse.metrics.cell.Keys;
import java.util.List;

/** The partitions that this process counts. */
public interface OwnedPartitions {
    /** Those owned at this moment. */
    List<Owned> now();

    /**
     * One of them.
     *
     * @param keys its keys in Redis
     * @param generation that of its keys
     * @param lag how many events Kafka holds of it that are not counted yet
     */
    record Owned(Keys keys, int generation, long lag) {}
}
