package io.deskpulse.alerting.evaluation.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Where the group's consumer reads one partition. Used by the thread that reads. */
record Seat(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    long position() {
        return consumer.position(partition);
    }

    /** Goes on reading there. */
    void resumeAt(long offset) {
        consumer.seek(partition, offset);
        consumer.resume(List.of(partition));
    }

    /** Reads nothing until it is resumed. */
    void pause() {
        consumer.pause(List.of(partition));
    }
}
