package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with one survey offer a line, plain or gzip; read whole before anything is sent.
 *
 * @param path the file
 * @param answers in the order of the file
 */
record AnswerFile(Path path, List<PastAnswer> answers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a file; throws {@link EventFile.Unreadable} at the first line that is no offer. */
    static AnswerFile read(Path path) {
        var answers = new ArrayList<PastAnswer>();
        new EventFile(path).forEach(line -> answers.add(answer(path, line)));
        if (answers.isEmpty()) {
            throw new EventFile.Unreadable(path + " holds no offers");
        }
        return new AnswerFile(path, answers);
    }

    /** The days (UTC) that it touches, together with those of the events. */
    MetricsClient.Range days(MetricsClient.Range ofEvents) {
        var first = ofEvents.from();
        var last = ofEvents.to().minusMillis(1);
        for (var answer : answers) {
            first = earlier(first, answer.offeredAt());
            last = later(last, answer.answeredAt() == null ? answer.offeredAt() : answer.answeredAt());
        }
        return new MetricsClient.Range(
                first.truncatedTo(ChronoUnit.DAYS),
                last.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    }

    /** A day that it touches. */
    MetricsClient.Range anyDay() {
        var day = answers.get(0).offeredAt().truncatedTo(ChronoUnit.DAYS);
        return new MetricsClient.Range(day, day.plus(1, ChronoUnit.DAYS));
    }

    private static PastAnswer answer(Path path, EventFile.Line line) {
        try {
            return PastAnswer.of(JSON.readTree(line.text()));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new EventFile.Unreadable("%s, line %d: %s".formatted(path, line.number(), e.getMessage()));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }
}
