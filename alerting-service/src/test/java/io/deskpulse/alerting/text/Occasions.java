package io.deskpulse.alerting.text;

import static io.deskpulse.alerting.rule.RuleDocuments.CATALOGUE;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** An alert of one quarter of an hour, to be told of in tests. */
final class Occasions {
    static final Instant AT = Instant.parse("2026-11-22T06:05:00Z");
    static final Instant FROM = Instant.parse("2026-11-22T05:50:00Z");
    static final Evidence BAD = new Evidence(0.48, 0.4, 0.563, 63.0, 132.0, 132L, 0.7, null, FROM, AT);
    static final Map<String, String> BOT_B = Map.of("variant", "bot-b");

    private Occasions() {}

    static Occasion firing(Evidence evidence) {
        return new Occasion(BOT_B, State.FIRING, Reason.BREACHED, evidence, AT);
    }

    /** Words as in Shanghai, with a console to link to. */
    static Wordings wordings(MeterRegistry meters) {
        return new Wordings(
                CATALOGUE, ZoneId.of("Asia/Shanghai"), Optional.of(URI.create("https://desk.example/c/")), meters);
    }
}
