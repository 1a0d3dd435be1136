package io.deskpulse.endtoend;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.endtoend.reference.Answers;
import io.deskpulse.endtoend.reference.EventFile;
import io.deskpulse.endtoend.reference.Range;
import io.deskpulse.endtoend.reference.Recount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Events to replay.
 *
 * @param events in order of arrival
 * @param days whole UTC days that hold them all
 * @param answers what every metric of them is
 */
public record Dataset(List<JsonNode> events, Range days, Answers answers) {
    private static final long DAY = Duration.ofDays(1).toMillis();

    static Dataset of(List<JsonNode> events) {
        long[] times = events.stream().mapToLong(Dataset::timeOf).sorted().toArray();
        Range days =
                new Range(Math.floorDiv(times[0], DAY) * DAY, (Math.floorDiv(times[times.length - 1], DAY) + 1) * DAY);
        return new Dataset(events, days, Recount.of(events));
    }

    /** A hundred and fifty conversations that break every habit; always there. */
    public static Dataset unruly(long seed) {
        Instant zero = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(14));
        return of(new UnrulyDesk(seed, zero, 5.0 * 86_400).events(150, 40, 6));
    }

    /**
     * A thousand real dialogues, moved by whole days so that the last of them was the day before yesterday or later, and
     * is over; skips the test where they are not there.
     */
    static Dataset dialogues() {
        return of(movedToNow(readDialogues()));
    }

    /** A thousand real dialogues and their ratings as they stand in the files; skips the test where they are not there. */
    static Dataset ratedDialoguesAsTheyAre() {
        List<JsonNode> events = readDialogues();
        return new Dataset(events, of(events).days(), Recount.of(events, read(ratingsFile())));
    }

    private static List<JsonNode> readDialogues() {
        return read(dialoguesFile());
    }

    private static List<JsonNode> read(Path file) {
        assumeThat(file)
                .as("a file of real dialogues, which is no part of the repository")
                .exists();
        try {
            return EventFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path dialoguesFile() {
        return Path.of(System.getProperty("deskpulse.dialogues", "../../shared/data/mwoz-events.ndjson.gz"));
    }

    /** Beside the dialogues. */
    static Path ratingsFile() {
        return dialoguesFile().resolveSibling("mwoz-answers.ndjson.gz");
    }

    private static List<JsonNode> movedToNow(List<JsonNode> events) {
        long last = events.stream().mapToLong(Dataset::timeOf).max().orElseThrow();
        long days = Math.floorDiv(System.currentTimeMillis() - last, DAY) - 1;
        return events.stream()
                .map(event -> (JsonNode) ((ObjectNode) event.deepCopy())
                        .put(
                                "time",
                                Instant.ofEpochMilli(timeOf(event) + days * DAY).toString()))
                .toList();
    }

    /** The events in portions of so many. */
    public List<List<JsonNode>> batches(int size) {
        return IntStream.iterate(0, from -> from < events.size(), from -> from + size)
                .mapToObj(from -> events.subList(from, Math.min(events.size(), from + size)))
                .toList();
    }

    /** Source and id of each event, with a space between. */
    public Set<String> ids() {
        return events.stream()
                .map(event ->
                        event.get("source").asText() + " " + event.get("id").asText())
                .collect(Collectors.toSet());
    }

    private static long timeOf(JsonNode event) {
        return Instant.parse(event.get("time").asText()).toEpochMilli();
    }
}
