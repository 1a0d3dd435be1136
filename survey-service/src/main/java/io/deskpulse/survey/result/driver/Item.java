package io.deskpulse.survey.result.driver;

/**
 * Something that was given points.
 *
 * @param aspect of a rating; null for a question as a whole
 */
public record Item(String question, String aspect) {
    /** {@code csat}, or {@code quality.speed}. */
    public String id() {
        return aspect == null ? question : question + "." + aspect;
    }
}
