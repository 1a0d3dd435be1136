package io.deskpulse.metrics.partition.kafka;

import io.deskpulse.metrics.partition.PartitionLog.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka where partitions begin and end. Thread-safe; waits for nothing. */
final class LogEnds implements AutoCloseable {
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;
    private final String topic;

    LogEnds(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /** The end of each of these partitions. */
    CompletionStage<Map<Integer, Long>> ends(Collection<Integer> partitions) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(new TopicPartition(topic, partition), OffsetSpec.latest()));
        return admin.listOffsets(wanted, COMMITTED).all().toCompletionStage().thenApply(found -> {
            Map<Integer, Long> ends = new HashMap<>();
            found.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        });
    }

    /** Where one partition begins and ends. */
    CompletionStage<Span> span(int partition) {
        TopicPartition name = new TopicPartition(topic, partition);
        CompletionStage<ListOffsetsResultInfo> start = offset(name, OffsetSpec.earliest());
        return start.thenCombine(
                offset(name, OffsetSpec.latest()), (first, last) -> new Span(first.offset(), last.offset()));
    }

    private CompletionStage<ListOffsetsResultInfo> offset(TopicPartition partition, OffsetSpec spec) {
        CompletableFuture<ListOffsetsResultInfo> offset = new CompletableFuture<>();
        admin.listOffsets(Map.of(partition, spec), COMMITTED)
                .partitionResult(partition)
                .whenComplete((found, failure) -> {
                    if (failure == null) {
                        offset.complete(found);
                    } else {
                        offset.completeExceptionally(failure);
                    }
                });
        return offset;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
