package io.deskpulse.survey.delivery;

import io.deskpulse.survey.contact.Address;
import io.deskpulse.survey.page.Tongue;
import java.time.Instant;
import java.util.UUID;

/**
 * What is sent to a person. Immutable; tells nothing of it in words.
 *
 * @param language BCP 47 tag of what the survey says
 * @param tongue of our own words around it
 * @param title of the survey; or null
 * @param intro what the survey says instead of our own words; or null
 * @param link where to answer
 * @param unsubscribe where not to be asked again
 */
public record Letter(
        UUID offer,
        Address to,
        String language,
        Tongue tongue,
        String subject,
        String title,
        String intro,
        String link,
        String unsubscribe,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "letter for offer " + offer;
    }
}
