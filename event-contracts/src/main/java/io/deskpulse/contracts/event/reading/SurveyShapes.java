package io.deskpulse.contracts.event.reading;

import static io.deskpulse.contracts.event.reading.Rules.MAX_TEXT;
import static io.deskpulse.contracts.event.reading.Rules.dimension;
import static io.deskpulse.contracts.event.reading.Rules.id;
import static io.deskpulse.contracts.event.reading.Rules.integer;
import static io.deskpulse.contracts.event.reading.Rules.language;
import static io.deskpulse.contracts.event.reading.Rules.number;
import static io.deskpulse.contracts.event.reading.Rules.oneOf;
import static io.deskpulse.contracts.event.reading.Rules.text;
import static io.deskpulse.contracts.event.reading.Rules.time;

import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.contracts.event.SurveyFinished;
import io.deskpulse.contracts.event.SurveyOffered;
import io.deskpulse.contracts.event.SurveyShown;
import java.time.Instant;
import java.util.function.Function;

/** The shapes of survey events. */
final class SurveyShapes {
    private SurveyShapes() {}

    static DataShape offered() {
        return about(v -> new SurveyOffered(
                (String) v[0], (Integer) v[1], (String) v[2], (String) v[3], (String) v[4], (String) v[5]));
    }

    static DataShape shown() {
        return about(v -> new SurveyShown(
                (String) v[0], (Integer) v[1], (String) v[2], (String) v[3], (String) v[4], (String) v[5]));
    }

    static DataShape finished() {
        return about(v -> new SurveyFinished(
                (String) v[0], (Integer) v[1], (String) v[2], (String) v[3], (String) v[4], (String) v[5]));
    }

    static DataShape answered() {
        return offer().required("question", id())
                .required("kind", oneOf(QuestionKind::wire, QuestionKind.values()))
                .optional("scale", new ScaleRule())
                .optional("value", number(-1_000, 1_000))
                .optional("comment", text(MAX_TEXT))
                .required("offeredAt", time())
                .optional("channel", dimension())
                .optional("language", language())
                .optional("customer", id())
                .into(SurveyShapes::answer);
    }

    private static Object answer(Object[] v) {
        QuestionKind kind = (QuestionKind) v[4];
        Scale scale = (Scale) v[5];
        Double value = (Double) v[6];
        boolean numeric = kind != QuestionKind.CHOICE && kind != QuestionKind.TEXT;
        if (numeric && scale == null) {
            return Faults.missing("/scale");
        }
        if (scale != null && value != null && (value < scale.min() || value > scale.max())) {
            return Faults.invalid("Send a value inside the scale.").under("/value");
        }
        return new SurveyAnswered(
                (String) v[0],
                (Integer) v[1],
                (String) v[2],
                (String) v[3],
                kind,
                scale,
                value,
                (String) v[7],
                (Instant) v[8],
                (String) v[9],
                (String) v[10],
                (String) v[11]);
    }

    private static DataShape about(Function<Object[], Object> build) {
        return offer().optional("channel", dimension())
                .optional("language", language())
                .optional("customer", id())
                .into(build);
    }

    private static DataShape.Builder offer() {
        return DataShape.fields()
                .required("survey", id())
                .required("version", integer(1, 1_000_000))
                .required("offer", id());
    }
}
