package io.deskpulse.kit.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Revisions as entity tags (RFC 9110), such as {@code "7"}, and what is wrong with those that callers have seen. */
public final class RevisionProblems {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private RevisionProblems() {}

    public static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** The revision that an {@code If-Match} header names; 428 without one. */
    public static long seen(String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(
                            "precondition-required",
                            428,
                            "Precondition required",
                            "Send If-Match with the ETag of what you have seen, so that nobody's change is lost.")
                    .toException();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalidParameter("If-Match", "not one strong ETag as answers carry it, such as \"7\"")
                    .toException();
        }
        return Long.parseLong(tag.group(1));
    }

    /** Someone else was faster. */
    public static ProblemException changed(long revision) {
        return Problem.of(
                        "revision-changed",
                        412,
                        "Revision changed",
                        "It was changed meanwhile; read it again, and repeat the change on what is there now.")
                .with("revision", revision)
                .toException();
    }
}
