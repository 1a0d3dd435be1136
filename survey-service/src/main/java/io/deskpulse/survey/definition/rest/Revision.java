package io.deskpulse.survey.definition.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.survey.definition.Survey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The revision of a survey as an entity tag (RFC 9110): {@code "7"}. */
final class Revision {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Revision() {}

    static String tag(Survey survey) {
        return tag(survey.revision());
    }

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** The revision that an {@code If-Match} header names; 428 without one. */
    static long seen(String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(
                            "precondition-required",
                            428,
                            "Precondition required",
                            "Send If-Match with the ETag of the survey you have seen, so that nobody's change is lost.")
                    .toException();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalidParameter("If-Match", "not one strong ETag as answers carry it, such as \"7\"")
                    .toException();
        }
        return Long.parseLong(tag.group(1));
    }
}
