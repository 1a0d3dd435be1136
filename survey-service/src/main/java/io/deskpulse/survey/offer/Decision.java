package io.deskpulse.survey.offer;

import java.time.Instant;
import java.util.UUID;

/**
 * That a survey was not offered, and why.
 *
 * @param asked on what occasion it would have been
 * @param steps what each check found, as JSON
 * @param times how often it was decided about the same
 */
public record Decision(
        String tenant,
        UUID survey,
        Context context,
        String episode,
        String asked,
        String reason,
        String steps,
        int times,
        Instant at) {}
