package io.deskpulse.ingest.publishing.kafka;

import io.deskpulse.ingest.publishing.Appended;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The acknowledgements of one request: the last one completes it. One object for all its records. Thread-safe. */
final class Appending implements Callback {
    private final AtomicInteger open;
    private final UniEmitter<? super Appended> emitter;
    private final Consumer<Exception> done;
    private volatile Exception fault;

    /**
     * @param records how many acknowledgements there will be
     * @param done told once, with the last fault or null, before the request goes on
     */
    Appending(int records, UniEmitter<? super Appended> emitter, Consumer<Exception> done) {
        this.open = new AtomicInteger(records);
        this.emitter = emitter;
        this.done = done;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception exception) {
        if (exception != null) {
            fault = exception;
        }
        finish(1);
    }

    /** So many records were never sent. */
    void unsent(int records, Exception exception) {
        fault = exception;
        finish(records);
    }

    private void finish(int records) {
        if (open.addAndGet(-records) == 0) {
            Exception last = fault;
            done.accept(last);
            emitter.complete(
                    last == null
                            ? new Appended.Written()
                            : new Appended.Unavailable(last.getClass().getSimpleName()));
        }
    }
}
