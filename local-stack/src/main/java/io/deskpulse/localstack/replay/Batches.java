package io.deskpulse.localstack.replay;

import io.deskpulse.localstack.replay.EventFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cuts lines into batches that one request can carry, in order. */
final class Batches {

    static final int MOST_EVENTS = 500;
    // characters; with four bytes each this stays under the 4 MiB of a request
    static final int MOST_CHARACTERS = 1 << 20;

    private final Consumer<List<Line>> sender;
    private List<Line> batch = new ArrayList<>();
    private int characters;

    Batches(Consumer<List<Line>> sender) {
        this.sender = sender;
    }

    void add(Line line) {
        if (characters + line.text().length() > MOST_CHARACTERS) {
            flush();
        }
        batch.add(line);
        characters += line.text().length();
        if (batch.size() == MOST_EVENTS) {
            flush();
        }
    }

    /** Sends what is left. */
    void flush() {
        if (!batch.isEmpty()) {
            var full = batch;
            batch = new ArrayList<>();
            characters = 0;
            sender.accept(full);
        }
    }
}
