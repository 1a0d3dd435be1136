package io.deskpulse.alerting.silence;

import io.deskpulse.alerting.matching.Matchers;
import java.time.Instant;

/** What somebody wants silenced. Immutable. */
public record Draft(Matchers matchers, Instant startsAt, Instant endsAt, String author, String comment) {}
