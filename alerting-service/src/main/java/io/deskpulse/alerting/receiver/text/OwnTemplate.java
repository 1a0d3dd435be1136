package io.deskpulse.alerting.receiver.text;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template that a tenant has written, checked so that it ends: loops go over lists that there are, one in another at most. Immutable. */
final class OwnTemplate {
    private static final int DEEPEST = 2;
    private static final Pattern LOOP = Pattern.compile("\\{\\s*(#(?:for|each)\\b([^}]*)|/(?:for|each)?)\\s*}");
    /** Numbers can be gone through as well, whatever they are. */
    private static final Pattern OVER_A_LIST =
            Pattern.compile("\\s+(?:\\w+\\s+in\\s+)?[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*\\s*");

    private final Template template;

    private OwnTemplate(Template template) {
        this.template = template;
    }

    /** Parses it; throws IllegalArgumentException with what is wrong, which quotes the template and no data. */
    static OwnTemplate parse(String text, Medium medium) {
        requireLoopsThatEnd(text);
        try {
            return new OwnTemplate(Engines.of(medium).parse(text));
        } catch (TemplateException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    /** The text; throws IllegalArgumentException where the template asks for what is not there. */
    String render(Map<String, Object> facts) {
        try {
            return template.render(facts);
        } catch (TemplateException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    private static void requireLoopsThatEnd(String text) {
        int depth = 0;
        for (Matcher loop = LOOP.matcher(text); loop.find(); ) {
            if (loop.group(1).startsWith("#")) {
                depth++;
                if (!OVER_A_LIST.matcher(loop.group(2)).matches()) {
                    throw new IllegalArgumentException(
                            "A loop goes over a list by its name, such as {#for alert in alerts}.");
                }
            } else if (loop.group(1).length() > 1) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("Loops stand one in another at most.");
            }
        }
    }
}
