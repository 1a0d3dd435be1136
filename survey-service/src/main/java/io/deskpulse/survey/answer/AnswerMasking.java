package io.deskpulse.survey.answer;

import io.deskpulse.contracts.masking.Masked;
import io.deskpulse.contracts.masking.Masker;
import io.deskpulse.survey.definition.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Hides personal data in what people write, before it is stored or told; as messages are masked. Thread-safe. */
@Singleton
class AnswerMasking {
    /** A mask can be longer than what it hides, and no event takes a longer text than this. */
    private static final int MOST_CHARACTERS = 8_000;

    private final MaskingSettings settings;
    private final MeterRegistry meters;

    AnswerMasking(MaskingSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** The answer as it may be stored. */
    Answer mask(String tenant, Answer answer) {
        MaskingSettings.Tenant own = settings.tenants().get(tenant);
        if (own != null && !own.masking()) {
            return answer;
        }
        if (answer instanceof Answer.Written written) {
            return new Answer.Written(mask(written.text()));
        }
        return answer instanceof Answer.Score score && score.comment() != null
                ? new Answer.Score(score.value(), mask(score.comment()))
                : answer;
    }

    private String mask(String text) {
        Masked masked = Masker.mask(text);
        if (masked == null) {
            return text;
        }
        masked.kinds().forEach(kind -> meters.counter(
                        "deskpulse.survey.masked", "kind", kind.name().toLowerCase(Locale.ROOT))
                .increment());
        String safe = masked.text();
        return safe.codePointCount(0, safe.length()) > MOST_CHARACTERS
                ? safe.substring(0, safe.offsetByCodePoints(0, MOST_CHARACTERS))
                : safe;
    }
}
