package io.deskpulse.contracts.event.reading;

import static io.deskpulse.contracts.event.reading.Rules.MAX_TEXT;
import static io.deskpulse.contracts.event.reading.Rules.dimension;
import static io.deskpulse.contracts.event.reading.Rules.flag;
import static io.deskpulse.contracts.event.reading.Rules.id;
import static io.deskpulse.contracts.event.reading.Rules.integer;
import static io.deskpulse.contracts.event.reading.Rules.language;
import static io.deskpulse.contracts.event.reading.Rules.number;
import static io.deskpulse.contracts.event.reading.Rules.oneOf;
import static io.deskpulse.contracts.event.reading.Rules.text;
import static io.deskpulse.contracts.event.reading.Rules.time;

import io.deskpulse.contracts.event.OfferMeans;
import io.deskpulse.contracts.event.QuestionKind;
import io.deskpulse.contracts.event.Scale;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.contracts.event.SurveyFinished;
import io.deskpulse.contracts.event.SurveyOffered;
import io.deskpulse.contracts.event.SurveyShown;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The shapes of survey events. */
final class SurveyShapes {
    private static final int MAX_OPTIONS = 100;
    private static final int MAX_REVISION = 1_000_000_000;

    private SurveyShapes() {}

    static DataShape offered() {
        return offer().optional("means", oneOf(OfferMeans::wire, OfferMeans.values()))
                .optional("channel", dimension())
                .optional("language", language())
                .optional("customer", id())
                .into(v -> new SurveyOffered(
                        (String) v[0],
                        (Integer) v[1],
                        (String) v[2],
                        (OfferMeans) v[3],
                        (String) v[4],
                        (String) v[5],
                        (String) v[6]));
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
                .optional("options", new IdsRule(MAX_OPTIONS), List.of())
                .optional("comment", text(MAX_TEXT))
                .required("offeredAt", time())
                .optional("revision", integer(1, MAX_REVISION), 1)
                .optional("withdrawn", flag(), false)
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
        if (numeric && value != null && value != Math.rint(value)) {
            return Faults.invalid("Send a whole number.").under("/value");
        }
        return new SurveyAnswered(
                (String) v[0],
                (Integer) v[1],
                (String) v[2],
                (String) v[3],
                kind,
                scale,
                value,
                ids(v[7]),
                (String) v[8],
                (Instant) v[9],
                (Integer) v[10],
                (Boolean) v[11],
                (String) v[12],
                (String) v[13],
                (String) v[14]);
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(Object value) {
        return (List<String>) value;
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
