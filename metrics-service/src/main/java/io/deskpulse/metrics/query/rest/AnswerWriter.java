package io.deskpulse.metrics.query.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.deskpulse.catalogue.definition.Figure;
import io.deskpulse.metrics.query.Answer;
import io.deskpulse.metrics.query.Answer.Change;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.Answer.Scores;
import io.deskpulse.metrics.query.Answer.Series;
import io.deskpulse.metrics.query.Answer.Stats;
import io.deskpulse.metrics.query.Refusal;
import io.deskpulse.metrics.query.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes answers as JSON, straight into bytes: a day by the minute over 50 combinations is 72,000 points. */
public final class AnswerWriter {
    /** Java 17 itself writes doubles several times slower. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private static final double WHOLE = 1e15;

    private final JsonGenerator json;
    private final ZoneId zone;
    private final Map<Long, SerializedString> starts = new HashMap<>();

    private AnswerWriter(JsonGenerator json, ZoneId zone) {
        this.json = json;
        this.zone = zone;
    }

    /** One answer. */
    public static byte[] write(Answer answer) {
        return bytes(json -> new AnswerWriter(json, answer.zone()).answer(answer));
    }

    /** What came back for several questions, in their order: an answer or a problem each. */
    static byte[] writeAll(List<Reply> replies) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("results");
            for (Reply reply : replies) {
                if (reply instanceof Answer answer) {
                    new AnswerWriter(json, answer.zone()).answer(answer);
                } else {
                    RefusalProblems.write(json, (Refusal) reply);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Something that writes JSON. */
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        // in pieces: an answer of a megabyte is not copied again and again while it grows
        ByteArrayBuilder bytes = new ByteArrayBuilder(4096);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void answer(Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", answer.metric().id());
        json.writeNumberField("version", answer.metric().version());
        json.writeStringField("unit", answer.metric().unit().id());
        json.writeStringField("cohort", answer.metric().cohort().id());
        json.writeStringField("zone", zone.getId());
        json.writeStringField(
                "asOf", answer.asOf() == null ? null : answer.asOf().toString());
        json.writeStringField("step", answer.step().id());
        json.writeStringField("from", local(answer.from().toEpochMilli()));
        json.writeStringField("to", local(answer.to().toEpochMilli()));
        json.writeStringField(
                "stat", answer.stat() == null ? null : answer.stat().id());
        CatalogueWriter.target(json, answer.metric().target());
        json.writeArrayFieldStart("assumptions");
        for (String assumption : answer.assumptions()) {
            json.writeString(assumption);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("series");
        for (Series series : answer.series()) {
            series(series);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void series(Series series) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("dimensions");
        for (Map.Entry<String, String> dimension : series.dimensions().entrySet()) {
            json.writeStringField(dimension.getKey(), dimension.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("points");
        for (Point point : series.points()) {
            point(point);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void point(Point point) throws IOException {
        json.writeStartObject();
        figure(point);
        if (point.change() != null) {
            change(point.change());
        }
        json.writeEndObject();
    }

    private void figure(Point point) throws IOException {
        Figure figure = point.figure();
        json.writeFieldName("start");
        json.writeString(starts.computeIfAbsent(point.start(), millis -> new SerializedString(local(millis))));
        number("value", figure.value());
        number("numerator", figure.numerator());
        number("denominator", figure.denominator());
        number("low", figure.interval() == null ? null : figure.interval().low());
        number("high", figure.interval() == null ? null : figure.interval().high());
        json.writeBooleanField("lowSample", figure.lowSample());
        if (point.stats() != null) {
            stats(point.stats());
        }
        if (point.scores() != null) {
            scores(point.scores());
        }
    }

    private void stats(Stats stats) throws IOException {
        json.writeObjectFieldStart("stats");
        number("p50", stats.p50());
        number("p90", stats.p90());
        number("p95", stats.p95());
        number("p99", stats.p99());
        number("mean", stats.mean());
        json.writeNumberField("count", stats.count());
        json.writeEndObject();
    }

    private void scores(Scores scores) throws IOException {
        json.writeObjectFieldStart("distribution");
        for (int i = 0; i < scores.numbers().length; i++) {
            json.writeNumberField(Integer.toString(scores.scale().least() + i), scores.numbers()[i]);
        }
        json.writeEndObject();
    }

    private void change(Change change) throws IOException {
        json.writeObjectFieldStart("previous");
        figure(change.previous());
        json.writeEndObject();
        number("change", change.difference());
        json.writeFieldName("significant");
        if (change.significant() == null) {
            json.writeNull();
        } else {
            json.writeBoolean(change.significant());
        }
    }

    private void number(String field, Double number) throws IOException {
        json.writeFieldName(field);
        if (number == null) {
            json.writeNull();
        } else if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
            json.writeNumber((long) (double) number);
        } else {
            json.writeNumber(number);
        }
    }

    private String local(long millis) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atZone(zone));
    }
}
