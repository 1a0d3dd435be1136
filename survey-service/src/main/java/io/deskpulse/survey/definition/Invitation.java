package io.deskpulse.survey.definition;

/**
 * How an e-mail asks to come and answer. What is not said is said by the service.
 *
 * @param subject of the e-mail; or null
 * @param intro what stands above the link, also in text messages; or null
 */
public record Invitation(Wording subject, Wording intro) {
    private static final int MAX_SUBJECT = 150;

    /** Of a survey that says nothing about it. */
    public static final Invitation STANDARD = new Invitation(null, null);

    public Invitation {
        if (subject != null) {
            subject.texts().forEach(Invitation::checkSubject);
        }
    }

    private static void checkSubject(String language, String text) {
        if (text.length() > MAX_SUBJECT || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidSurvey(
                    "/subject/" + language, "Send 1 to " + MAX_SUBJECT + " characters without line breaks.");
        }
    }
}
